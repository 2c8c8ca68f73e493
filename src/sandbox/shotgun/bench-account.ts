import { type LedgerLine, type Show, type Ticket } from '../season/model';
import { encodeEvent, encodeTicket } from './encode';
import { type Listing } from './listing';

const ticketCount = 100_000;
const eventCount = 100;
const stepMilliseconds = 240_000;
const tariffs = [
  { id: '701', name: 'Prévente', priceCents: 1_790, taxRateBp: 550, commissionCents: null },
  { id: '702', name: 'Sur place', priceCents: 2_450, taxRateBp: 550, commissionCents: null },
  { id: '703', name: 'Dîner et concert', priceCents: 4_201, taxRateBp: 2000, commissionCents: null },
  { id: '704', name: 'Invitation', priceCents: 0, taxRateBp: 550, commissionCents: null },
] as const;

/**
 * 100,000 tickets of 100 events, sold one every four minutes until the reference date, each worked out from its rank when it is
 * asked for: an account for measurements, which costs nothing to keep.
 */
export function createBenchListing(reference: Date): Listing {
  const shows = Array.from({ length: eventCount }, (_, index) => toShow(index, reference));
  return {
    ticketCount,
    ticketAt(index) {
      const show = shows[index % eventCount] ?? toShow(0, reference);
      const updatedAt = reference.getTime() - (ticketCount - index) * stepMilliseconds;
      const encode = () => encodeTicket(toTicket(index, show, updatedAt), show);
      return { updatedAt, id: 500_000_000 + index, eventId: show.id, encode };
    },
    events: shows.map((show) => {
      const startsAt = show.sessions[0]?.startAt?.getTime() ?? 0;
      return { encoded: encodeEvent(show), startsAt, endsAt: startsAt };
    }),
  };
}

export function createBenchLedger(reference: Date): readonly LedgerLine[] {
  const shows = Array.from({ length: eventCount }, (_, index) => toShow(index, reference));
  return Array.from({ length: ticketCount }, (_, index) => {
    const show = shows[index % eventCount] ?? toShow(0, reference);
    const ticket = toTicket(index, show, reference.getTime() - (ticketCount - index) * stepMilliseconds);
    return {
      seriesId: show.id,
      seriesName: show.title,
      startAt: show.sessions[0]?.startAt?.toISOString() ?? null,
      ticketId: ticket.id,
      receivedCents: ticket.priceCents,
      taxRateBp: show.tariffs.find(({ id }) => id === ticket.tariffId)?.taxRateBp ?? show.taxRateBp,
      isCounted: !ticket.isRefunded,
      changedAt: ticket.changedAt.toISOString(),
    };
  });
}

function toShow(index: number, reference: Date): Show {
  const id = String(800_001 + index);
  const startAt = new Date(reference.getTime() + (30 - index) * 86_400_000);
  const sessions = [{ id, startAt, endAt: null }];
  const rest = { taxRateBp: 550, hasSessions: false, isOnline: true, sessions, tariffs, tickets: [] };
  return { id, title: `Nuit n° ${index + 1}`, place: 'La Grande Halle', ...rest };
}

function toTicket(index: number, show: Show, updatedAt: number): Ticket {
  const id = String(500_000_000 + index);
  const rank = Math.floor(index / eventCount);
  const tariff = show.tariffs[rank % tariffs.length] ?? tariffs[0];
  return {
    id,
    orderId: id,
    tariffId: tariff.id,
    sessionId: show.id,
    priceCents: tariff.priceCents,
    channel: 'web',
    passId: null,
    buyer: { firstname: 'Public', name: 'Anonyme', email: `client-${id}@public.example` },
    isPaid: true,
    isRefunded: rank % 50 === 49,
    isUsed: false,
    changedAt: new Date(updatedAt),
  };
}
