import { serveAttachment } from '@/server/attachments/serve-attachment';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ attachmentId: string }> };

export async function HEAD(request: Request, { params }: Context) {
  return serveAttachment(database(), request, (await params).attachmentId);
}

export async function PATCH(request: Request, { params }: Context) {
  return serveAttachment(database(), request, (await params).attachmentId);
}

export async function DELETE(request: Request, { params }: Context) {
  return serveAttachment(database(), request, (await params).attachmentId);
}
