import { serveUnsubscribe } from '@/server/automation/serve-unsubscribe';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Props) {
  return serveUnsubscribe(database(), request, (await params).token);
}

export async function POST(request: Request, { params }: Props) {
  return serveUnsubscribe(database(), request, (await params).token);
}
