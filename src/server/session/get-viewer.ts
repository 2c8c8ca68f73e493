import 'server-only';
import { type SignedInContext } from '@/server/trpc/context';
import { type Viewer } from './get-viewer.schema';

/** Who is looking, and the structures they belong to, by name. */
export async function getViewer({ db, user }: SignedInContext): Promise<Viewer> {
  const memberships = await db.membership.findMany({
    where: { userId: user.id },
    select: { organization: { select: { id: true, name: true } } },
    orderBy: [{ organization: { name: 'asc' } }, { organizationId: 'asc' }],
  });
  return { user, organizations: memberships.map(({ organization }) => organization) };
}
