import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { refundTicket, sellTickets } from '../season/move-sales';
import { parseObject } from './parse-object';

/** `sell {series, session?, tickets}`, `refund {ticket}` and `ledger` of one account. */
export function moveSales(
  ticketing: TicketingSandbox,
  now: Date,
  { account, action }: { readonly account: string; readonly action: string },
  { method, body }: SandboxRequest,
): Reply {
  const season = ticketing.season(account);
  if (!season) return json({ error: `unknown account: ${account}` }, 404);
  if (method === 'GET' && action === 'ledger') return json(ticketing.ledger(account));
  const asked = parseObject(body) ?? {};
  if (method === 'POST' && action === 'sell') {
    const sessionId = asked.session === undefined ? undefined : String(asked.session);
    const tickets = Math.min(1000, Number(asked.tickets ?? 1));
    const sold = sellTickets(season, { seriesId: String(asked.series), sessionId, tickets, at: now });
    return sold.length > 0
      ? json({ sold: sold.map(({ id }) => id) })
      : json({ error: 'unknown series or session' }, 404);
  }
  if (method !== 'POST' || action !== 'refund') return json({ error: 'unknown action' }, 404);
  const refunded = refundTicket(season, String(asked.ticket), now);
  return refunded ? json({ refunded: refunded.id }) : json({ error: 'unknown ticket' }, 404);
}
