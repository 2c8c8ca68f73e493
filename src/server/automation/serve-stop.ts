import 'server-only';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { toTextResponse } from '@/server/submissions/file-response';
import { seeOther } from './serve-unsubscribe';
import { stopFromLink } from './stop-automatic';
import { readStopToken } from './stop-link';

/** POST /api/automatic-transmission/:token, from the page that asks to confirm: stops what an announcement announced, then shows the page again. */
export async function serveStop(db: Database, token: string): Promise<Response> {
  const request = readStopToken(token);
  if (!request) return toTextResponse(404, 'Ce lien n’est pas valable.');
  await stopFromLink(db, request);
  return seeOther(`${env().APP_BASE_URL}/envoi-automatique/${token}`);
}
