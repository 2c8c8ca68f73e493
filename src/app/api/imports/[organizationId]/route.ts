import { database } from '@/server/db/client';
import { serveUpload } from '@/server/imports/serve-upload';

export const dynamic = 'force-dynamic';

export async function POST(request: Request, { params }: { params: Promise<{ organizationId: string }> }) {
  return serveUpload(database(), request, (await params).organizationId);
}
