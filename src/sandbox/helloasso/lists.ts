import { json, type Reply } from '../http/exchange';
import { type Season, type Show } from '../season/model';
import { type HelloassoOrganization } from './organization';
import { encodeForm, encodeItem, encodeLightForm, encodeOrder } from './encode';
import { type Encoded } from './encoded';
import { distortForm, distortItem, distortOrder, showsInvisibleForm } from './odd-account';
import { answerPage, compareListed, readChoice, readChoices, readDate, type Listed } from './page';
import { toState, type Sales, type SoldItem } from './sales';

export type ListedWorld = {
  readonly organization: HelloassoOrganization;
  readonly season: Season;
  readonly sales: Sales;
  /** Answers are distorted, the season behind is not. */
  readonly isOdd: boolean;
};

const formTypes = ['CrowdFunding', 'Membership', 'Event', 'Donation', 'PaymentForm', 'Checkout', 'Shop'];
const tierTypes = [
  'Donation',
  'Payment',
  'Registration',
  'Membership',
  'MonthlyDonation',
  'MonthlyPayment',
  'OfflineDonation',
  'Contribution',
  'Bonus',
  'Product',
];
const itemStates = [
  'Waiting',
  'Processed',
  'Registered',
  'Deleted',
  'Refunded',
  'Unknown',
  'Canceled',
  'Refused',
  'Contested',
  'Abandoned',
];
const formStates = ['Public', 'Private', 'Draft', 'Disabled'];

/** The items of the association, or of one of its forms. Dates are those of the orders, whatever the sort. */
export function answerItems(world: ListedWorld, query: URLSearchParams, formSlug: string | null): Reply {
  const forms = readChoices(query, 'formTypes', formTypes);
  const types = readChoices(query, 'tierTypes', tierTypes);
  const states = readChoices(query, 'itemStates', itemStates);
  const from = readDate(query, 'from');
  const to = readDate(query, 'to');
  const sort = readChoice(query, 'sortField', ['Date', 'UpdateDate']);
  const isDescending = readChoice(query, 'sortOrder', ['Desc', 'Asc']) === 'Desc';
  const toListed = (item: SoldItem): Listed => toPlace(item, sort);
  const name = toName(['items', formSlug ?? '', sort], query, [
    'formTypes',
    'tierTypes',
    'itemStates',
    'from',
    'to',
    'sortOrder',
  ]);
  const items = world.sales.select(name, (all) => {
    const kept = all.filter((item) => {
      if (formSlug !== null && item.show.id !== formSlug) return false;
      if (forms && !forms.has('Event')) return false;
      // The odd account shows what a client would get, were the filter not to hold.
      if (types && !types.has(item.type) && !world.isOdd) return false;
      if (states && !states.has(toState(item))) return false;
      return isBetween(item.createdAt, from, to);
    });
    return kept.sort((a, b) => compareListed(toListed(a), toListed(b)) * (isDescending ? -1 : 1));
  });
  return answerPage(items, query, toListed, (item) => toItem(world, item));
}

/** The orders of the association, or of one of its forms, by date. */
export function answerOrders(world: ListedWorld, query: URLSearchParams, formSlug: string | null): Reply {
  const forms = readChoices(query, 'formTypes', formTypes);
  const from = readDate(query, 'from');
  const to = readDate(query, 'to');
  const isDescending = readChoice(query, 'sortOrder', ['Desc', 'Asc']) === 'Desc';
  const kept = world.sales.list().filter(({ show, createdAt }) => {
    if (formSlug !== null && show.id !== formSlug) return false;
    return (!forms || forms.has('Event')) && isBetween(createdAt, from, to);
  });
  const byTicket = new Map(kept.map(({ ticket }) => [ticket, new Array<SoldItem>()]));
  for (const item of kept) byTicket.get(item.ticket)?.push(item);
  const orders = [...byTicket.values()];
  const toListed = ([item]: readonly SoldItem[]): Listed => ({ id: item?.id ?? 0, position: item?.createdAt ?? 0 });
  orders.sort((a, b) => compareListed(toListed(a), toListed(b)) * (isDescending ? -1 : 1));
  return answerPage(orders, query, toListed, (items) => toOrder(world, items));
}

export function answerForms(world: ListedWorld, query: URLSearchParams): Reply {
  const types = readChoices(query, 'formTypes', formTypes);
  const states = readChoices(query, 'states', formStates);
  const isDescending = readChoice(query, 'sortOrder', ['Desc', 'Asc']) === 'Desc';
  const forms = world.season.shows.flatMap((show, position) => {
    const isAsked = (!types || types.has('Event')) && (!states || states.has(show.isOnline ? 'Public' : 'Private'));
    return isAsked ? [{ show, listed: { id: position, position } }] : [];
  });
  if (isDescending) forms.reverse();
  return answerPage(
    forms,
    query,
    ({ listed }) => listed,
    ({ show }) => encodeLightForm(show, world.organization),
  );
}

export function answerOneForm(world: ListedWorld, show: Show): Reply {
  if (world.isOdd && showsInvisibleForm(show.title)) return notFound();
  const form = encodeForm(show, world.organization);
  return json(world.isOdd ? distortForm(show.title, form) : form);
}

export function answerOneItem(world: ListedWorld, id: string): Reply {
  const item = world.sales.list().find((candidate) => String(candidate.id) === id);
  return item ? json(toItem(world, item)) : notFound();
}

export function answerOneOrder(world: ListedWorld, id: string): Reply {
  const items = world.sales.list().filter(({ ticket }) => ticket.orderId === id);
  return items.length > 0 ? json(toOrder(world, items)) : notFound();
}

export function notFound(): Reply {
  return json({ errors: [{ code: 'NotFound', message: 'The resource was not found' }] }, 404);
}

function toItem(world: ListedWorld, item: SoldItem): Encoded {
  const encoded = encodeItem(item, world.organization);
  return world.isOdd ? distortItem(item, encoded) : encoded;
}

function toOrder(world: ListedWorld, items: readonly SoldItem[]): Encoded {
  const encoded = encodeOrder(items, world.organization);
  return world.isOdd ? distortOrder(items, encoded) : encoded;
}

function toPlace({ id, createdAt, ticket }: SoldItem, sort: 'Date' | 'UpdateDate'): Listed {
  return { id, position: sort === 'Date' ? createdAt : ticket.changedAt.getTime() };
}

function toName(parts: readonly string[], query: URLSearchParams, parameters: readonly string[]): string {
  return JSON.stringify([...parts, ...parameters.map((parameter) => query.getAll(parameter).sort())]);
}

/** `from` included, `to` excluded. */
function isBetween(time: number, from: number | null, to: number | null): boolean {
  return (from === null || time >= from) && (to === null || time < to);
}
