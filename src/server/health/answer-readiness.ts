import 'server-only';
import { database } from '@/server/db/client';
import { checkReadiness } from './check-readiness';

/** 200 when everything is there; 503 with what is not: `{ "status": "unavailable", "failed": ["database"] }`. */
export async function answerReadiness(): Promise<Response> {
  const readiness = await checkReadiness(database());
  const failed = Object.entries(readiness).flatMap(([part, isReady]) => (isReady ? [] : [part]));
  const isReady = failed.length === 0;
  return Response.json(
    { status: isReady ? 'ready' : 'unavailable', failed },
    { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
