import { serveFile } from '@/server/attachments/serve-file';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

export async function GET(request: Request, { params }: { params: Promise<{ attachmentId: string }> }) {
  return serveFile(database(), request, (await params).attachmentId);
}
