import 'server-only';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { toTextResponse } from '@/server/submissions/file-response';
import { setReminderPreference } from './reminder-preferences';
import { readUnsubscribeToken } from './unsubscribe-link';

/**
 * /api/unsubscribe/:token. POST turns a kind of reminder off (RFC 8058: a mail program sends `List-Unsubscribe=One-Click`, without any
 * cookie), or on again from the page; GET changes nothing and leads to the page, for whoever follows the link of a header.
 */
export async function serveUnsubscribe(db: Database, request: Request, token: string): Promise<Response> {
  const subscription = readUnsubscribeToken(token);
  if (!subscription) return toTextResponse(404, 'Ce lien n’est pas valable.');
  const page = `${env().APP_BASE_URL}/desabonnement/${token}`;
  if (request.method !== 'POST') return seeOther(page);
  const form = await request.formData().catch(() => new FormData());
  const isOn = form.get('choix') === 'reprendre';
  const { userId, kind } = subscription;
  if ((await db.user.count({ where: { id: userId } })) > 0) await setReminderPreference(db, userId, { kind, isOn });
  return form.has('choix') ? seeOther(page) : toTextResponse(200, 'Vous ne recevrez plus ce rappel.');
}

/** Leads to a page by GET, whatever the method was. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
