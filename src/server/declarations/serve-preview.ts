import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type SeriesOrganism } from '@/domain/organism';
import { readSession } from '@/server/auth/read-session';
import { type Database } from '@/server/db/client';
import { toFileResponse, toTextResponse } from '@/server/submissions/file-response';
import { previewDocument } from './preview-document';

const organismNames = {
  sacem: 'SACEM',
  sacd: 'SACD',
  cnm: 'CNM',
  astp: 'ASTP',
} as const satisfies Record<string, SeriesOrganism>;

const paramsSchema = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  organism: z.enum(['sacem', 'sacd', 'cnm', 'astp']),
});
const notFound = 'Ce document n’existe pas ou ne vous est pas ouvert.';
const sentences: Partial<Record<AppError['code'], readonly [number, string]>> = {
  'not-found': [404, notFound],
  'declaration-incomplete': [409, 'Complétez la déclaration pour voir le document.'],
};

/** GET /api/preview/…: the very document that would leave now, for a signed-in member of the structure. */
export async function servePreview(
  db: Database,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const user = await readSession(db, request.headers);
  if (!user) return toTextResponse(401, 'Connectez-vous pour voir ce document.');
  const parsed = paramsSchema.safeParse(params);
  if (!parsed.success) return toTextResponse(404, notFound);
  const { organizationId, seriesId, organism } = parsed.data;
  const membership = await db.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId: user.id } },
    select: { organizationId: true },
  });
  if (!membership) return toTextResponse(404, notFound);
  try {
    const actor = { db, user, organizationId, correlationId: randomUUID() };
    const document = await previewDocument(actor, {
      seriesId,
      organism: organismNames[organism],
      agencyId: new URL(request.url).searchParams.get('delegation'),
    });
    return toFileResponse(document, 'inline');
  } catch (error) {
    const answer = error instanceof AppError ? sentences[error.code] : undefined;
    if (!answer) throw error;
    return toTextResponse(...answer);
  }
}
