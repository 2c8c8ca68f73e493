import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { readSession } from '@/server/auth/read-session';
import { type Database } from '@/server/db/client';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { toTextResponse } from '@/server/submissions/file-response';
import { type Actor } from '@/server/trpc/context';

export type ExportActor = Actor & { readonly organizationName: string };

const idSchema = z.uuid();

/** Said to strangers and for what does not exist, in the same words. */
export function toNotFound(): Response {
  return toTextResponse(404, 'Cet export n’existe pas ou ne vous est pas ouvert.');
}

/** The signed-in member of a structure who asks for an export, or the answer to anybody else. */
export async function authorizeExport(
  db: Database,
  request: Request,
  organizationId: string | undefined,
): Promise<ExportActor | Response> {
  const user = await readSession(db, request.headers);
  if (!user) return toTextResponse(401, 'Connectez-vous pour télécharger cet export.');
  const parsed = idSchema.safeParse(organizationId);
  if (!parsed.success) return toNotFound();
  const membership = await db.membership.findUnique({
    where: { organizationId_userId: { organizationId: parsed.data, userId: user.id } },
    select: { organization: { select: { name: true } } },
  });
  if (!membership) return toNotFound();
  const wait = await findWait(user.id);
  if (wait !== null) return wait;
  return {
    db,
    user,
    organizationId: parsed.data,
    correlationId: randomUUID(),
    organizationName: membership.organization.name,
  };
}

/** The answer to somebody who asks too often; null to the others. */
async function findWait(userId: string): Promise<Response | null> {
  try {
    await limitRequests('export', userId);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error;
    return toTextResponse(429, 'Beaucoup d’exports en peu de temps\u00a0: réessayez dans quelques minutes.');
  }
}
