import { serveStop } from '@/server/automation/serve-stop';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

export async function POST(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  return serveStop(database(), (await params).token);
}
