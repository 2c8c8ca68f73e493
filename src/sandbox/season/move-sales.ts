import { type Season, type Ticket } from './model';

export type NewSales = {
  readonly seriesId: string;
  /** The first session when absent. */
  readonly sessionId?: string;
  readonly tickets: number;
  readonly at: Date;
};

/** Sells more tickets of a show, at its first tariff, over the counter: what happens between two synchronisations. */
export function sellTickets(season: Season, sales: NewSales): readonly Ticket[] {
  const show = season.shows.find(({ id }) => id === sales.seriesId);
  const session = show?.sessions.find(({ id }) => sales.sessionId === undefined || id === sales.sessionId);
  const [tariff] = show?.tariffs ?? [];
  if (!show || !session || !tariff) return [];
  const sold = Array.from({ length: sales.tickets }, (_, index): Ticket => {
    const id = `${show.ticketPrefix ?? show.id}${String(show.tickets.length + 1 + index).padStart(5, '0')}`;
    return {
      id,
      orderId: `9${id}`,
      tariffId: tariff.id,
      sessionId: session.id,
      priceCents: tariff.priceCents,
      channel: 'cash',
      passId: null,
      buyer: { firstname: 'Guichet', name: 'Public', email: 'guichet@public.example' },
      isPaid: true,
      isRefunded: false,
      isUsed: false,
      changedAt: sales.at,
    };
  });
  show.tickets.push(...sold);
  return sold;
}

/** Refunds a ticket; null when there is none with this number. */
export function refundTicket(season: Season, ticketId: string, at: Date): Ticket | null {
  const ticket = season.shows.flatMap(({ tickets }) => tickets).find(({ id }) => id === ticketId);
  if (!ticket) return null;
  ticket.isRefunded = true;
  ticket.changedAt = at;
  return ticket;
}
