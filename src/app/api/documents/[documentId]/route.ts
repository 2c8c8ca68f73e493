import { database } from '@/server/db/client';
import { serveDocument } from '@/server/submissions/serve-document';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  return serveDocument(database(), request, (await params).documentId);
}
