import { database } from '@/server/db/client';
import { serveQuarterFile } from '@/server/sibil/serve-quarter-file';

export const dynamic = 'force-dynamic';

type Params = { organizationId: string; period: string };

export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  return serveQuarterFile(database(), request, await params);
}
