import { type Show, type Tariff, type Ticket } from '../season/model';

export type Encoded = Record<string, unknown>;

/** An event as the list of an organiser tells it: instants in UTC, deals in euros where tickets are in cents. */
export function encodeEvent(show: Show): Encoded {
  const [session] = show.sessions;
  return {
    id: Number(show.id),
    slug: `evenement-${show.id}`,
    name: show.title,
    description: null,
    startTime: session?.startAt?.toISOString() ?? null,
    endTime: session?.endAt?.toISOString() ?? null,
    timezone: 'Europe/Paris',
    cancelledAt: null,
    leftTicketsCount: -1,
    geolocation: { venue: show.place, country: 'FR' },
    deals: show.tariffs.map(({ id, name, priceCents }) => ({ id: Number(id), name, price: priceCents / 100 })),
  };
}

const channels: Readonly<Record<string, string>> = {
  web: 'online',
  '': 'online',
  reservation: 'online',
  free: 'invitation',
  invitation: 'invitation',
  cash: 'onsite',
  card: 'onsite',
  check: 'venue',
  multiple: 'distributor',
  '4030': 'pass_culture',
};

/** A ticket: amounts in cents, taxes included, fees apart; the event by its number, never by its name. */
export function encodeTicket(ticket: Ticket, show: Show): Encoded {
  const tariff = show.tariffs.find(({ id }) => id === ticket.tariffId);
  const [session] = show.sessions;
  const channel = channels[ticket.channel] ?? 'offline';
  const status = toStatus(ticket);
  const changedAt = ticket.changedAt.toISOString();
  return {
    ticket_id: Number(ticket.id),
    ticket_barcode: `SG${ticket.id}`,
    ticket_status: status,
    ticket_updated_at: changedAt,
    ticket_canceled_at: status === 'canceled' ? changedAt : null,
    ticket_scanned_at: ticket.isUsed ? (session?.startAt?.toISOString() ?? null) : null,
    ...encodeDeal(ticket, tariff, show),
    deal_channel: channel,
    currency: 'eur',
    order_id: Number(ticket.orderId),
    ordered_at: changedAt.slice(0, 19),
    payment_method: channel === 'online' ? 'card' : null,
    event_id: Number(show.id),
    event_start_time: session?.startAt?.toISOString() ?? null,
    event_end_time: session?.endAt?.toISOString() ?? null,
    event_canceled_at: null,
    contact_id: Number(ticket.id) * 2,
    contact_first_name: ticket.buyer.firstname,
    contact_last_name: ticket.buyer.name,
    contact_email: ticket.buyer.email,
    contact_phone: null,
  };
}

function encodeDeal(ticket: Ticket, tariff: Tariff | undefined, show: Show): Encoded {
  const fee = ticket.priceCents === 0 ? 0 : 60 + Math.round(ticket.priceCents / 20);
  return {
    deal_id: Number(ticket.tariffId),
    deal_title: tariff?.name ?? '',
    deal_sub_category: null,
    deal_price: ticket.priceCents,
    deal_service_fee: fee,
    deal_user_service_fee: fee,
    deal_producer_cost: 0,
    deal_vat_rate: (tariff?.taxRateBp ?? show.taxRateBp) / 10_000,
  };
}

/** What brought nothing has several names; which one is drawn from the number of the ticket. */
function toStatus(ticket: Ticket): string {
  const draw = Number(ticket.id) % 4;
  if (ticket.isRefunded) return ['canceled', 'resold', 'refunded', 'refunded'][draw] ?? 'refunded';
  if (ticket.isPaid || ticket.priceCents === 0) return 'valid';
  return ['payment_plan_pending', 'pending_approval', 'rejected', 'transferred'][draw] ?? 'pending_approval';
}
