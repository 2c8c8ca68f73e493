import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { routes, toSignIn } from '@/features/routes';
import type { Viewer } from '@/server/session/get-viewer.schema';
import { createCaller } from '@/server/trpc/root';
import { getServerContext } from '@/server/trpc/server-caller';

/** Who is looking, read once per request; without a session, the sign-in page that comes back to the page asked for. */
export const readViewer = cache(async (): Promise<Viewer> => {
  const context = await getServerContext();
  if (!context.user) redirect(toSignIn((await headers()).get('x-path') ?? routes.dashboard));
  return createCaller(context).session.viewer();
});

/** The structure of the address, when the person belongs to it; it does not exist otherwise. */
export async function readOrganization(organizationId: string) {
  const viewer = await readViewer();
  const organization = viewer.organizations.find(({ id }) => id === organizationId);
  if (!organization) notFound();
  return { viewer, organization };
}
