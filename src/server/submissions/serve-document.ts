import 'server-only';
import * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { readSession } from '@/server/auth/read-session';
import { type Database } from '@/server/db/client';
import { downloadDocument } from './download-document';
import { toFileResponse, toTextResponse } from './file-response';

const notFound = 'Ce document n’existe pas ou ne vous est pas ouvert.';

/** GET /api/documents/:id: a document as it was sent, for a signed-in member of its structure. */
export async function serveDocument(db: Database, request: Request, documentId: string): Promise<Response> {
  const user = await readSession(db, request.headers);
  if (!user) return toTextResponse(401, 'Connectez-vous pour ouvrir ce document.');
  if (!z.uuid().safeParse(documentId).success) return toTextResponse(404, notFound);
  try {
    const document = await downloadDocument(db, { userId: user.id, documentId });
    if (request.headers.get('if-none-match') === `"${document.sha256}"`) return new Response(null, { status: 304 });
    return toFileResponse(document, 'attachment');
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return toTextResponse(404, notFound);
    throw error;
  }
}
