import { database } from '@/server/db/client';
import { servePdf } from '@/server/exports/serve-pdf';

export const dynamic = 'force-dynamic';

type Params = { organizationId: string; what: string; id: string };

export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  return servePdf(database(), request, await params);
}
