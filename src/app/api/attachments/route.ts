import { serveAttachment } from '@/server/attachments/serve-attachment';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

export async function POST(request: Request) {
  return serveAttachment(database(), request, null);
}
