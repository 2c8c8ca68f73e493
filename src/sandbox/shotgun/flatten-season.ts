import { type Season, type Show } from '../season/model';

/**
 * The season as Shotgun knows it: one event per date, each a show of its own, sold at the price the organiser receives (the fees
 * come on top). Identifiers are those of the dates, so that they stay the same on another day.
 */
export function flattenSeason(season: Season): Season {
  return { shows: season.shows.flatMap(toEvents) };
}

function toEvents(show: Show): readonly Show[] {
  return show.sessions.map((session) => ({
    ...show,
    id: session.id,
    hasSessions: false,
    sessions: [session],
    tariffs: show.tariffs.map((tariff) => ({ ...tariff, commissionCents: null })),
    tickets: show.tickets.filter(({ sessionId }) => sessionId === session.id),
  }));
}
