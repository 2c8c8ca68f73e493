import 'server-only';
import * as z from 'zod/mini';
import { readSession } from '@/server/auth/read-session';
import { type Database } from '@/server/db/client';
import { toFileResponse, toTextResponse } from '@/server/submissions/file-response';
import { checkFileLink } from './file-link';
import { toPreview } from './to-preview';

const notFound = 'Ce document n’existe pas ou ne vous est pas ouvert.';

/**
 * GET /api/files/:id?expires=…&signature=…: a document of a show, for the signed-in person the link was made for, still a member.
 * Shown by the browser when it is an image or a PDF, unless `download` is asked for.
 */
export async function serveFile(db: Database, request: Request, attachmentId: string): Promise<Response> {
  const user = await readSession(db, request.headers);
  if (!user) return toTextResponse(401, 'Connectez-vous pour ouvrir ce document.');
  if (!z.uuid().safeParse(attachmentId).success) return toTextResponse(404, notFound);
  const query = new URL(request.url).searchParams;
  const link = checkFileLink({ attachmentId, userId: user.id, query }, new Date());
  if (link === 'forged') return toTextResponse(404, notFound);
  if (link === 'expired') return toTextResponse(410, 'Ce lien a expiré. Revenez à la page du spectacle et rouvrez-le.');
  const found = await db.attachment.findFirst({
    where: { id: attachmentId, state: 'ready', organization: { memberships: { some: { userId: user.id } } } },
    include: { chunks: { orderBy: { position: 'asc' } } },
  });
  if (!found) return toTextResponse(404, notFound);
  const { name: filename, contentType, sha256, chunks } = found;
  const file = {
    filename,
    contentType,
    bytes: Buffer.concat(chunks.map(({ bytes }) => bytes)),
    ...(sha256 !== null && { sha256 }),
  };
  const isShown = toPreview(contentType) !== null && !query.has('download');
  return toFileResponse(file, isShown ? 'inline' : 'attachment');
}
