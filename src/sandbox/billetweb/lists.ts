import { type Season, type Show } from '../season/model';
import { toParisText } from '../season/paris';
import { encodeAttendee, encodeEvent, encodeSession, encodeTariff, encodeWhichEvent, type Encoded } from './encode';
import { type EncodedShow } from './odd-account';

export type ListedWorld = {
  readonly season: Season;
  readonly distort?: (title: string, show: EncodedShow) => EncodedShow;
  readonly now: Date;
};

/** `/events`: finished events only with past=1, those not on sale online left out by online=1. */
export function answerEventList(world: ListedWorld, query: URLSearchParams): readonly Encoded[] {
  return world.season.shows.flatMap((show) => {
    if (!isOn(query, 'past') && isFinished(show, world.now)) return [];
    if (isOn(query, 'online') && !show.isOnline) return [];
    const event = encodePart(world, show, 'event');
    return event ? [event] : [];
  });
}

/** `/attendees`: tickets of the whole account, each saying which event it belongs to. */
export function answerAccountAttendees(world: ListedWorld, query: URLSearchParams): readonly Encoded[] {
  return world.season.shows.flatMap((show) => {
    if (isOn(query, 'futur') && isFinished(show, world.now)) return [];
    const which = encodeWhichEvent(show);
    return filterAttendees(world, show, query).map((attendee) => ({ ...attendee, ...which }));
  });
}

/** `/event/{id}/dates|tickets|attendees`; null when the event or the list does not exist. */
export function answerOneEvent(
  world: ListedWorld,
  eventId: string,
  list: string,
  query: URLSearchParams,
): readonly Encoded[] | null {
  const show = world.season.shows.find(({ id }) => id === eventId);
  if (!show) return null;
  if (list === 'tickets') return encodePart(world, show, 'tariffs');
  if (list === 'attendees') return filterAttendees(world, show, query);
  return list === 'dates' ? filterSessions(world, show, query) : null;
}

function filterSessions(world: ListedWorld, show: Show, query: URLSearchParams): readonly Encoded[] {
  if (!show.hasSessions) return [];
  const nowText = toParisText(world.now);
  const from = query.get('start_from');
  const to = query.get('start_to');
  const pastBy = query.get('past_by');
  const oldest = pastBy === null ? null : toParisText(new Date(world.now.getTime() - Number(pastBy) * 86_400_000));
  return encodePart(world, show, 'sessions').filter(({ start, end }) => {
    const finish = [end, start].map(String).find((date) => !date.startsWith('0000')) ?? '';
    if (!isOn(query, 'past') && finish < (oldest ?? nowText)) return false;
    return (from === null || String(start) >= from) && (to === null || String(start) <= to);
  });
}

function filterAttendees(world: ListedWorld, show: Show, query: URLSearchParams): readonly Encoded[] {
  const since = query.get('since');
  const changedFrom =
    since === null ? toInstant(query.get('last_update')) : world.now.getTime() - Number(since) * 60_000;
  const changedBefore = toInstant(query.get('to'));
  const tickets = show.tickets.filter(({ changedAt }) => isBetween(changedAt, changedFrom, changedBefore));
  if (tickets.length === 0) return [];
  // A distortion must see every ticket to fall on the same ones each time; without one, only what is asked for is written.
  const encoded = encodePart(world, world.distort ? show : { ...show, tickets }, 'attendees');
  const changedIds = new Set(tickets.map(({ id }) => id));
  return encoded.filter((attendee) => {
    if (!changedIds.has(String(attendee.id))) return false;
    if (!isOn(query, 'disabled') && isTrue(attendee.disabled)) return false;
    return ['session:order_session', 'ticket:ticket_id', 'email:email', 'barcode:barcode', 'used:used'].every(
      (pair) => {
        const [parameter = '', field = ''] = pair.split(':');
        const wanted = query.get(parameter);
        return wanted === null || String(attendee[field]) === wanted;
      },
    );
  });
}

const encoders: { readonly [Part in keyof EncodedShow]: (show: Show) => EncodedShow[Part] } = {
  event: encodeEvent,
  sessions: (show) => show.sessions.map((session) => encodeSession(session, show)),
  tariffs: (show) => show.tariffs.map(encodeTariff),
  attendees: (show) => show.tickets.map((ticket) => encodeAttendee(ticket, show)),
};

/** Only what was asked for is written out, unless a distortion needs the whole show. */
function encodePart<Part extends keyof EncodedShow>(world: ListedWorld, show: Show, part: Part): EncodedShow[Part] {
  if (!world.distort) return encoders[part](show);
  const { event, sessions, tariffs, attendees } = encoders;
  const whole = { event: event(show), sessions: sessions(show), tariffs: tariffs(show), attendees: attendees(show) };
  return world.distort(show.title, whole)[part];
}

/** Shows without any date are old ones. */
function isFinished(show: Show, now: Date): boolean {
  return show.sessions.every(({ startAt, endAt }) => (endAt ?? startAt ?? new Date(0)) < now);
}

function isOn(query: URLSearchParams, parameter: string): boolean {
  return query.get(parameter) === '1';
}

function isTrue(value: unknown): boolean {
  return value === true || value === '1' || value === 1;
}

function toInstant(unixSeconds: string | null): number | null {
  return unixSeconds === null ? null : Number(unixSeconds) * 1000;
}

function isBetween(date: Date, from: number | null, before: number | null): boolean {
  return (from === null || date.getTime() >= from) && (before === null || date.getTime() < before);
}
