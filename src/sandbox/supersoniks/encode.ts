import { type Session, type Show, type Tariff, type Ticket } from '../season/model';

export type Encoded = Record<string, unknown>;
export type EncodedPrice = Encoded & {
  readonly amount: unknown;
  readonly quantity: unknown;
  readonly revenue: unknown;
};
/** A statement as sent: what is distorted has a name here, the rest goes through. */
export type EncodedStatement = {
  readonly session: Encoded;
  readonly internals_prices?: readonly EncodedPrice[] | null;
  readonly externals_prices?: readonly EncodedPrice[] | null;
} & Encoded;

/** Older performances were closed by their box office; recent ones never are, like everything of some customers. */
const closedAfterDays = 40;
/** Sold by other shops, which tell the total only. */
const resellers: Readonly<Record<string, string>> = { 4030: 'Revente en ligne', multiple: 'Réseau de magasins' };

export function encodeShow(show: Show, now: Date): readonly EncodedStatement[] {
  return show.sessions.map((session) => encodeStatement(show, session, now));
}

function encodeStatement(show: Show, session: Session, now: Date): EncodedStatement {
  const sold = show.tickets.filter(({ sessionId }) => sessionId === session.id);
  const counted = sold.filter(({ isPaid, isRefunded, priceCents }) => !isRefunded && (isPaid || priceCents === 0));
  const prices = encodePrices(show, counted);
  const internal = prices.filter(({ reseller }) => reseller === '').map(({ price }) => price);
  const external = prices.filter(({ reseller }) => reseller !== '').map(({ price }) => price);
  const refunds = encodePartialRefunds(sold);
  const revenue = addFloats([...internal, ...external, ...refunds].map(({ revenue: euros }) => Number(euros)));
  const isClosed = session.startAt !== null && now.getTime() - session.startAt.getTime() > closedAfterDays * 86_400_000;
  return {
    session: encodeSession(show, session),
    internals_prices: [...internal, ...refunds],
    externals_prices: external,
    prices: [{ amount: 999.99, quantity: counted.length, revenue: 99_999.99, title: 'Tous tarifs' }],
    revenue,
    tax_amount: revenue - revenue / (1 + show.taxRateBp / 10_000),
    sold: counted.length,
    gauge: 200,
    closing_date: isClosed && session.startAt ? toSeconds(session.startAt) + 7200 : 0,
  };
}

function encodeSession(show: Show, session: Session): Encoded {
  // The customers of every other show tell how long it lasts and not when it ends.
  const tellsDuration = Number(show.id) % 2 === 0;
  const minutes =
    session.startAt && session.endAt ? (session.endAt.getTime() - session.startAt.getTime()) / 60_000 : null;
  return {
    id: Number(session.id),
    start_date: toSeconds(session.startAt),
    end_date: tellsDuration ? 0 : toSeconds(session.endAt),
    time_zone: 'Europe/Paris',
    entity_type: 'event',
    edito: { title: show.title, subtitle: '', place: show.place },
    ...(show.hasSessions
      ? { multisession: { id: Number(show.id), multisession_id: Number(show.id), title: show.title } }
      : {}),
    settings: {
      duration: tellsDuration ? minutes : null,
      tax: { id: 1, title: `TVA ${show.taxRateBp / 100} %`, rate: show.taxRateBp / 10_000 },
      pass: { is_pass: show.title.startsWith('Pass') },
    },
  };
}

/** One line per tariff and shop, and one for what was given away: the list price, how many, and what came in, added as floats. */
function encodePrices(show: Show, tickets: readonly Ticket[]): readonly { reseller: string; price: EncodedPrice }[] {
  const tariffs = new Map(show.tariffs.map((tariff) => [tariff.id, tariff]));
  const groups = Map.groupBy(tickets, ({ tariffId, priceCents, channel }) => {
    return priceCents === 0 ? 'free' : `${resellers[channel] ?? ''}|${tariffId}`;
  });
  return [...groups].map(([key, group]) => {
    if (key === 'free') return { reseller: '', price: encodePrice('Exonéré', 0, group) };
    const [reseller = '', tariffId = ''] = key.split('|');
    const tariff: Tariff | undefined = tariffs.get(tariffId);
    const title = reseller === '' ? (tariff?.name ?? '') : `${reseller} – ${tariff?.name ?? ''}`;
    return { reseller, price: encodePrice(title, tariff?.priceCents ?? 0, group) };
  });
}

function encodePrice(title: string, priceCents: number, tickets: readonly Ticket[]): EncodedPrice {
  const revenue = addFloats(tickets.map((ticket) => ticket.priceCents / 100));
  return { amount: priceCents / 100, quantity: tickets.length, revenue, title };
}

/** A part of the price was given back for some tickets that stay valid: no ticket, and an amount below zero. */
function encodePartialRefunds(sold: readonly Ticket[]): readonly EncodedPrice[] {
  const refunded = sold.filter(({ isRefunded, priceCents }) => isRefunded && priceCents > 0);
  return refunded.length === 0
    ? []
    : [{ amount: -2.5, quantity: 0, revenue: -2.5 * refunded.length, title: 'Remboursement partiel' }];
}

/** The software adds floats: 219.89999999999998 is what customers see. */
function addFloats(euros: readonly number[]): number {
  return euros.reduce((sum, value) => sum + value, 0);
}

/** 0 means none. */
function toSeconds(date: Date | null): number {
  return date === null ? 0 : Math.floor(date.getTime() / 1000);
}
