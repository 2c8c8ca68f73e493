import { type Show, type Tariff } from '../season/model';
import { type Encoded } from './encoded';
import { type HelloassoOrganization } from './organization';
import { toState, type SoldItem } from './sales';

const hourMilliseconds = 3_600_000;
const offsets = new Map<number, number>();
const parisOffset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

/** `2026-10-24T20:30:00.0000000+02:00`: the clocks of Paris with their offset, as .NET writes them. */
export function toOffsetText(instant: Date | number): string {
  const time = Number(instant);
  const hours = toParisOffset(time);
  const local = new Date(time + hours * hourMilliseconds).toISOString();
  return `${local.slice(0, -1)}0000+0${hours}:00`;
}

/** 1 or 2 hours. Remembered by hour: asking the calendar is slow, and thousands of items ask. */
function toParisOffset(time: number): number {
  const hour = Math.floor(time / hourMilliseconds);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const hours = parisOffset.format(time).includes('+02:00') ? 2 : 1;
  offsets.set(hour, hours);
  return hours;
}

export function encodeOrganization({ slug, name }: HelloassoOrganization): Encoded {
  return {
    name,
    organizationSlug: slug,
    role: 'OrganizationAdmin',
    city: 'Ouessant',
    zipCode: '29242',
    type: 'Association1901',
    url: `https://helloasso.example/associations/${slug}`,
    isAuthenticated: true,
    fiscalReceiptEligibility: false,
  };
}

/** A form as `/forms` lists it: no tiers. */
export function encodeLightForm(show: Show, organization: HelloassoOrganization): Encoded {
  const [session] = show.sessions;
  return {
    title: show.title,
    privateTitle: `${show.title} (interne)`,
    formSlug: show.id,
    formType: 'Event',
    state: show.isOnline ? 'Public' : 'Private',
    startDate: session?.startAt ? toOffsetText(session.startAt) : null,
    endDate: session?.endAt ? toOffsetText(session.endAt) : null,
    currency: 'EUR',
    organizationName: organization.name,
    organizationSlug: organization.slug,
    url: `https://helloasso.example/associations/${organization.slug}/evenements/${show.id}`,
    meta: { createdAt: '2025-01-06T09:00:00+01:00', updatedAt: '2025-01-06T09:00:00+01:00' },
  };
}

/** The same with its tiers and its place, as `/public` shows it. */
export function encodeForm(show: Show, organization: HelloassoOrganization): Encoded {
  return {
    ...encodeLightForm(show, organization),
    activityType: 'Spectacle vivant',
    place: { name: show.place, address: '1 rue du Phare', city: 'Ouessant', zipCode: '29242', country: 'FRA' },
    tiers: show.tariffs.map((tariff) => encodeTier(tariff, show)),
  };
}

function encodeTier(tariff: Tariff, show: Show): Encoded {
  return {
    id: Number(tariff.id),
    label: tariff.name,
    tierType: 'Registration',
    price: tariff.priceCents,
    minAmount: null,
    vatRate: toRateBp(tariff, show) / 100,
    paymentFrequency: 'Single',
    isEligibleTaxReceipt: false,
  };
}

/** An item as the lists of items give it, with a part of its order. */
export function encodeItem(item: SoldItem, organization: HelloassoOrganization): Encoded {
  const { ticket, createdAt } = item;
  const { firstname: firstName, name: lastName, email } = ticket.buyer;
  const amount = toAmount(item);
  return {
    order: {
      id: Number(ticket.orderId),
      date: toOffsetText(createdAt),
      formSlug: item.show.id,
      formType: 'Event',
      organizationName: organization.name,
      organizationSlug: organization.slug,
      organizationType: 'Association1901',
      meta: toMeta(item),
    },
    payer: { email, country: 'FRA', firstName, lastName },
    payments:
      amount > 0 ? [{ id: Number(`3${ticket.id}`), date: toOffsetText(createdAt), state: 'Authorized', amount }] : [],
    ...encodeLine(item),
    user: { firstName, lastName },
  };
}

/** An order with its items, which lack `order`. */
export function encodeOrder(items: readonly SoldItem[], organization: HelloassoOrganization): Encoded {
  const [first] = items;
  if (!first) throw new Error('an order has at least one item');
  const { ticket, show, createdAt } = first;
  const { firstname: firstName, name: lastName, email } = ticket.buyer;
  const total = items.reduce((sum, item) => sum + toAmount(item) + toOptionsAmount(item), 0);
  return {
    id: Number(ticket.orderId),
    date: toOffsetText(createdAt),
    formSlug: show.id,
    formType: 'Event',
    organizationName: organization.name,
    organizationSlug: organization.slug,
    payer: { email, country: 'FRA', firstName, lastName },
    items: items.map(encodeLine),
    amount: { total, vat: items.reduce((sum, item) => sum + toVat(item), 0), discount: 0 },
    meta: toMeta(first),
  };
}

function encodeLine(item: SoldItem): Encoded {
  const { id, type, show, ticket } = item;
  const tariff = show.tariffs.find((candidate) => candidate.id === ticket.tariffId);
  const amount = toAmount(item);
  const isTicket = type === 'Registration';
  const listed = tariff?.priceCents ?? amount;
  const options = toOptionsAmount(item);
  return {
    id,
    name: isTicket ? (tariff?.name ?? '') : type,
    tierId: isTicket ? Number(ticket.tariffId) : null,
    type,
    state: toState(item),
    amount,
    initialAmount: isTicket ? listed : amount,
    priceCategory: listed > 0 ? 'Fixed' : 'Free',
    ...(isTicket && amount < listed ? { discount: { code: 'AMIS', amount: listed - amount } } : {}),
    ...(options > 0 ? { options: [{ optionId: 77, name: 'Boisson', amount: options, priceCategory: 'Fixed' }] } : {}),
    qrCode: `${id}:00000000`,
  };
}

/** Cents, after discount, without options. */
function toAmount({ type, ticket }: SoldItem): number {
  if (type === 'Registration') return ticket.priceCents;
  return type === 'Donation' ? 500 : 2000;
}

/** One web buyer in five takes a drink. */
function toOptionsAmount({ id, type, ticket }: SoldItem): number {
  return type === 'Registration' && ticket.channel === 'web' && id % 5 === 0 ? 300 : 0;
}

/** Of the tickets alone, to the nearest cent; drinks at 10 %. */
function toVat(item: SoldItem): number {
  const { type, show, ticket } = item;
  if (type !== 'Registration') return 0;
  const tariff = show.tariffs.find(({ id }) => id === ticket.tariffId);
  const rateBp = tariff ? toRateBp(tariff, show) : show.taxRateBp;
  return toVatOf(ticket.priceCents, rateBp) + toVatOf(toOptionsAmount(item), 1000);
}

function toVatOf(includingTaxesCents: number, rateBp: number): number {
  return Math.round((includingTaxesCents * rateBp) / (10_000 + rateBp));
}

function toRateBp(tariff: Tariff, show: Show): number {
  return tariff.taxRateBp ?? show.taxRateBp;
}

function toMeta({ createdAt, ticket }: SoldItem): Encoded {
  return { createdAt: toOffsetText(createdAt), updatedAt: toOffsetText(ticket.changedAt) };
}
