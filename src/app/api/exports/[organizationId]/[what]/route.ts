import { database } from '@/server/db/client';
import { serveWorkbook } from '@/server/exports/serve-workbook';

export const dynamic = 'force-dynamic';

type Params = { organizationId: string; what: string };

export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  return serveWorkbook(database(), request, await params);
}
