import { type Season, type Session, type Show, type Ticket } from '../season/model';

/**
 * HelloAsso has no notion of several dates: each session of a season becomes a form of its own. Identifiers only depend on the title
 * and on the position of the session, so that they are the same on other days. No commission: HelloAsso lives on tips.
 */
export function toSingleDateShows(season: Season): Season {
  return {
    shows: season.shows.flatMap((show) => {
      const tickets = new Map(show.sessions.map(({ id }) => [id, new Array<Ticket>()]));
      for (const ticket of show.tickets) tickets.get(ticket.sessionId)?.push(ticket);
      return show.sessions.map((session, index) => toForm(show, session, index, tickets.get(session.id) ?? []));
    }),
  };
}

function toForm(show: Show, session: Session, index: number, tickets: readonly Ticket[]): Show {
  const tariffIds = new Map(show.tariffs.map(({ id }, position) => [id, `${session.id}${position + 1}`]));
  return {
    ...show,
    id: `${toSlug(show.title)}-${index + 1}`,
    ticketPrefix: session.id,
    hasSessions: false,
    sessions: [session],
    tariffs: show.tariffs.map((tariff) => ({
      ...tariff,
      id: tariffIds.get(tariff.id) ?? tariff.id,
      commissionCents: null,
    })),
    tickets: tickets.map((ticket, position): Ticket => {
      const id = `${session.id}${String(position + 1).padStart(5, '0')}`;
      return { ...ticket, id, orderId: `9${id}`, tariffId: tariffIds.get(ticket.tariffId) ?? ticket.tariffId };
    }),
  };
}

/** What HelloAsso makes of a title for the address of its form: letters without accents, digits and dashes. */
function toSlug(title: string): string {
  return title
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
