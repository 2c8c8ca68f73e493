import { type Session, type Show, type Tariff, type Ticket } from '../season/model';
import { toParisText } from '../season/paris';

const zeroDate = '0000-00-00 00:00:00';

export type Encoded = Record<string, unknown>;

export function encodeEvent(show: Show): Encoded {
  const starts = show.sessions.flatMap(({ startAt }) => startAt ?? []);
  const ends = show.sessions.flatMap(({ endAt }) => endAt ?? []);
  return {
    id: show.id,
    ext_id: '',
    name: show.title,
    start: toDateText(starts[0]),
    end: toDateText(ends.at(-1)),
    multiple: show.hasSessions ? '1' : '0',
    place: show.place,
    shop: `https://billetterie.example/shop.php?event=${show.id}`,
    online: show.isOnline ? '1' : '0',
    tags: [''],
    image: '',
    cover: '',
    tax_rate: toPercent(show.taxRateBp),
  };
}

export function encodeSession(session: Session, show: Show): Encoded {
  const sold = show.tickets.filter(({ sessionId, isRefunded }) => sessionId === session.id && !isRefunded);
  return {
    id: session.id,
    name: '',
    start: toDateText(session.startAt),
    end: toDateText(session.endAt),
    place: show.place,
    quota: '200',
    total_sales: String(sold.length),
  };
}

export function encodeTariff(tariff: Tariff): Encoded {
  return {
    id: tariff.id,
    name: tariff.name,
    description: '',
    price: tariff.priceCents / 100,
    tax: tariff.taxRateBp === null ? '' : toPercent(tariff.taxRateBp),
    commission: tariff.commissionCents === null ? false : tariff.commissionCents / 100,
    quota: '0',
    active: '1',
  };
}

export function encodeAttendee(ticket: Ticket, show: Show): Encoded {
  return {
    id: ticket.id,
    ext_id: `W${ticket.id}`,
    barcode: `0${ticket.id}77`,
    used: ticket.isUsed ? '1' : '0',
    lane: '',
    firstname: ticket.buyer.firstname,
    name: ticket.buyer.name,
    email: ticket.buyer.email,
    ticket: show.tariffs.find(({ id }) => id === ticket.tariffId)?.name ?? '',
    category: '',
    ticket_id: ticket.tariffId,
    price: (ticket.priceCents / 100).toFixed(2),
    disabled: ticket.isRefunded ? '1' : '0',
    pass: ticket.passId ?? '0',
    order_id: ticket.orderId,
    order_ext_id: '',
    order_firstname: ticket.buyer.firstname,
    order_name: ticket.buyer.name,
    order_email: ticket.buyer.email,
    order_date: toParisText(ticket.changedAt),
    order_paid: ticket.isPaid && !ticket.isRefunded ? '1' : '0',
    order_payment_type: ticket.channel,
    order_session: show.hasSessions ? ticket.sessionId : '0',
    session_start: toDateText(show.sessions.find(({ id }) => id === ticket.sessionId)?.startAt),
    last_update: toParisText(ticket.changedAt),
    custom: {},
  };
}

/** What the list of the whole account adds to each ticket. */
export function encodeWhichEvent(show: Show): Encoded {
  return { event: show.id, event_name: show.title, event_start: encodeEvent(show).start };
}

function toDateText(date: Date | null | undefined): string {
  return date ? toParisText(date) : zeroDate;
}

function toPercent(taxRateBp: number): string {
  return (taxRateBp / 100).toFixed(2);
}
