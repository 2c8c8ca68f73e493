import { type LedgerLine, type Season, type Show, type Tariff, type Ticket } from './model';

/**
 * What the season really brought in, ticket by ticket. A platform keeps its commission on web sales; a refunded ticket and a
 * reservation that was never paid brought nothing.
 */
export function toLedger(season: Season): readonly LedgerLine[] {
  return season.shows.flatMap((show) => show.tickets.map((ticket) => toLine(show, ticket)));
}

function toLine(show: Show, ticket: Ticket): LedgerLine {
  const tariff = show.tariffs.find(({ id }) => id === ticket.tariffId);
  const session = show.sessions.find(({ id }) => id === ticket.sessionId);
  return {
    seriesId: show.id,
    seriesName: show.title,
    startAt: session?.startAt?.toISOString() ?? null,
    ticketId: ticket.id,
    receivedCents: toReceivedCents(ticket, tariff),
    taxRateBp: tariff?.taxRateBp ?? show.taxRateBp,
    isCounted: !ticket.isRefunded && (ticket.isPaid || ticket.priceCents === 0),
    changedAt: ticket.changedAt.toISOString(),
  };
}

function toReceivedCents(ticket: Ticket, tariff: Tariff | undefined): number {
  const commissionCents = ticket.channel === 'web' ? (tariff?.commissionCents ?? 0) : 0;
  return Math.max(0, ticket.priceCents - commissionCents);
}
