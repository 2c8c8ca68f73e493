import type { ShotgunTicket } from './schema';
import type { Chain } from './walk-state';
import { AppError } from '@/domain/errors';

/**
 * The tickets of a page that neither this page nor the one before held already. They must come by update, as documented: the walk
 * stops at a date, and pages that turn in circles come back to earlier ones. Moves the chain to this page.
 */
export function takeFreshTickets(chain: Chain, tickets: readonly ShotgunTicket[]): readonly ShotgunTicket[] {
  const known = new Map(chain.rows);
  const fresh: ShotgunTicket[] = [];
  let updatedAt = chain.updatedAt ?? -Infinity;
  for (const ticket of tickets) {
    if (known.get(ticket.ticket_id) === ticket.ticket_updated_at) continue;
    if (ticket.ticket_updated_at < updatedAt) throw new AppError('unexpected-answer', '/tickets: not in order');
    updatedAt = ticket.ticket_updated_at;
    known.set(ticket.ticket_id, updatedAt);
    fresh.push(ticket);
  }
  chain.rows = tickets.map((ticket) => [ticket.ticket_id, ticket.ticket_updated_at]);
  if (fresh.length > 0) chain.updatedAt = updatedAt;
  return fresh;
}
