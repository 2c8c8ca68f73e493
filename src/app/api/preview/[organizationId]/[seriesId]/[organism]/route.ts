import { database } from '@/server/db/client';
import { servePreview } from '@/server/declarations/serve-preview';

export const dynamic = 'force-dynamic';

type Params = { organizationId: string; seriesId: string; organism: string };

export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  return servePreview(database(), request, await params);
}
