import { type Session, type Show, type Tariff, type Ticket } from '../season/model';
import { toParisText } from '../season/paris';
import { type Resource } from './resource';

/** What an account where things go wrong changes of what is sent: the season behind stays sound. */
export type Distortion = {
  readonly ticketing?: (ticketing: Resource, show: Show) => Resource;
  readonly eventDate?: (eventDate: Resource, show: Show, position: number) => Resource;
  readonly ticket?: (ticket: Resource, show: Show, original: Ticket) => Resource;
  /** `listed`: missing from the list of a show, still found by its identifier; `everywhere`: found no more. */
  readonly hides?: (show: Show, position: number) => 'listed' | 'everywhere' | null;
};

export function encodeTicketing(show: Show, distortion: Distortion = {}): Resource {
  const ticketing: Resource = {
    '@id': `/v1/ticketings/${show.id}`,
    '@type': 'Ticketing',
    title: show.title,
    type: 'dated_events',
    currency: 'EUR',
    timezone: 'Europe/Paris',
    eventDateList: () => show.sessions.map((_session, position) => encodeEventDate(show, position, distortion)),
    venue: () => encodeVenue(show, 'FR'),
  };
  return distortion.ticketing?.(ticketing, show) ?? ticketing;
}

export function encodeVenue(show: Show, countryCode: string | null): Resource {
  return { '@id': `/v1/venues/5${show.id}`, '@type': 'Venue', name: show.place, countryCode };
}

/** A show sold without session has no hour of its own here: only the day of the event tells when. */
export function encodeEventDate(show: Show, position: number, distortion: Distortion = {}): Resource {
  const session = show.sessions[position];
  if (!session) throw new RangeError(`${show.title} has no session ${position}`);
  const startAt = () => toIso(session.startAt);
  const toDay = (time: string) => {
    const text = startAt();
    return text && `${text.slice(0, 10)}T${time}${text.slice(19)}`;
  };
  const eventDate: Resource = {
    '@id': `/v1/event_dates/${session.id}`,
    '@type': 'EventDate',
    startDate: show.hasSessions ? startAt : null,
    endDate: () => toIso(session.endAt),
    startOfEventDay: show.hasSessions ? () => toDay('00:00:00') : startAt,
    endOfEventDay: () => toDay('23:59:59'),
    status: 'opened',
    ticketing: () => encodeTicketing(show, distortion),
    ticketPriceList: () => show.tariffs.map((tariff) => encodeTicketPrice(tariff, session, show)),
  };
  return distortion.eventDate?.(eventDate, show, position) ?? eventDate;
}

function encodeTicketPrice(tariff: Tariff, session: Session, show: Show): Resource {
  const id = toTicketPriceId(tariff.id, session.id);
  return {
    '@id': `/v1/ticket_prices/${id}`,
    '@type': 'TicketPrice',
    id: Number(id),
    facialValue: tariff.priceCents,
    valueIncvat: tariff.priceCents / 100,
    currency: 'EUR',
    name: tariff.name,
    description: null,
    type: tariff.priceCents === 0 ? 'exempted' : 'full_price',
    countryCode: 'FR',
    tax: () => encodeTax(tariff.taxRateBp ?? show.taxRateBp, 'FR'),
  };
}

export function encodeTax(rateBp: number, countryCode: string | null): Resource {
  return { '@id': `/v1/taxes/${rateBp}`, '@type': 'Tax', rate: rateBp / 10_000, countryCode };
}

/** The fees that a buyer pays online come on top of the face value: the organiser receives the face value. */
export function encodeTicket(show: Show, ticket: Ticket, distortion: Distortion = {}): Resource {
  const tariff = show.tariffs.find(({ id }) => id === ticket.tariffId);
  const position = show.sessions.findIndex(({ id }) => id === ticket.sessionId);
  const session = show.sessions[position];
  const commissionCents = ticket.channel === 'web' ? (tariff?.commissionCents ?? 0) : 0;
  const facialFeeValue = Math.min(ticket.priceCents, commissionCents);
  const encoded: Resource = {
    '@id': `/v1/tickets/${ticket.id}`,
    '@type': 'Ticket',
    status: toStatus(ticket),
    facialValue: ticket.priceCents - facialFeeValue,
    facialFeeValue,
    paidValue: ticket.priceCents / 100,
    feeValue: facialFeeValue / 100,
    imported: false,
    isValid: !ticket.isUsed,
    boughtAt: () => toIso(ticket.changedAt),
    updatedAt: () => toIso(ticket.changedAt),
    refundedAt: () => (ticket.isRefunded ? toIso(ticket.changedAt) : null),
    email: ticket.buyer.email,
    eventDate: () => encodeEventDate(show, position, distortion),
    ticketPrice: () => (tariff && session ? encodeTicketPrice(tariff, session, show) : null),
  };
  return distortion.ticket?.(encoded, show, ticket) ?? encoded;
}

export function toStatus(ticket: Ticket): string {
  if (ticket.isRefunded) return Number(ticket.id) % 4 === 0 ? 'cancelled' : 'refunded';
  return ticket.isPaid ? 'payed' : 'booked';
}

/** A tariff belongs to one date: the same one has another identifier the next evening. */
export function toTicketPriceId(tariffId: string, sessionId: string): string {
  return `${sessionId}${tariffId.slice(-2)}`;
}

/** On the clocks of Paris, with their distance to UTC. */
function toIso(instant: Date | null): string | null {
  if (!instant) return null;
  const wallClock = toParisText(instant).replace(' ', 'T');
  const hours = Math.round((Date.parse(`${wallClock}Z`) - instant.getTime()) / 3_600_000);
  return `${wallClock}+0${hours}:00`;
}
