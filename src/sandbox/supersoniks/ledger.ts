import { type LedgerLine, type Season } from '../season/model';
import { type SupersoniksAccount } from './accounts';

/**
 * What each ticket brought in: its price, as the box office is the customer's own and nobody keeps a commission; the rate of the show, as
 * a session has one. Identifiers are those that tell two customers apart: the domain, then the number; a session alone is a series.
 */
export function toClosingLedger(season: Season, account: SupersoniksAccount): readonly LedgerLine[] {
  const prefix = account.domain.replaceAll('.', '-');
  const adjust = account.adjustLedger ?? ((line: LedgerLine) => line);
  return season.shows.flatMap((show) => {
    const places = new Map(show.sessions.map(({ id, startAt }, index) => [id, { startAt, index }]));
    const seriesId = show.hasSessions ? `${prefix}_${show.id}` : `${prefix}_session_${show.sessions[0]?.id ?? ''}`;
    return show.tickets.map((ticket) => {
      const { startAt = null, index = 0 } = places.get(ticket.sessionId) ?? {};
      const line: LedgerLine = {
        seriesId,
        seriesName: show.title,
        startAt: startAt?.toISOString() ?? null,
        ticketId: ticket.id,
        receivedCents: ticket.priceCents,
        taxRateBp: show.taxRateBp,
        isCounted: !ticket.isRefunded && (ticket.isPaid || ticket.priceCents === 0),
        changedAt: ticket.changedAt.toISOString(),
      };
      return adjust(line, index);
    });
  });
}
