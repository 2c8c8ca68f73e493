import type { ShotgunApi } from './api';
import type { ShotgunTicket } from './schema';
import { takeFreshTickets } from './take-fresh-tickets';
import { addTicket, openEventAccount, type EventAccount } from './transform';
import { startChain } from './walk-state';

/**
 * Every ticket of one event, from the beginning. A ticket updated meanwhile comes a second time, later in the list: its last state
 * is the true one, so the tickets of this one event are kept until its end.
 */
export async function readEventAgain(
  api: ShotgunApi,
  eventId: string,
): Promise<{ readonly account: EventAccount; readonly tickets: number; readonly pages: number }> {
  const tickets = new Map<number, ShotgunTicket>();
  const chain = startChain();
  let after: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const page = await api.listTickets({ eventId, after });
    for (const ticket of takeFreshTickets(chain, page.tickets)) {
      tickets.delete(ticket.ticket_id);
      tickets.set(ticket.ticket_id, ticket);
    }
    if (page.next === null) {
      const account = openEventAccount();
      for (const ticket of tickets.values()) addTicket(account, ticket);
      return { account, tickets: tickets.size, pages };
    }
    after = page.next;
  }
}
