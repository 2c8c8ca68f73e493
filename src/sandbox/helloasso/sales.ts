import { type Season, type Show, type Ticket } from '../season/model';

/** One line of an order. Tickets are registrations; some buyers also give, join the association, or take a drink (an option). */
export type SoldItem = {
  readonly id: number;
  readonly type: 'Registration' | 'Donation' | 'Membership';
  readonly show: Show;
  readonly ticket: Ticket;
  /** When the order was made: it never changes, refunded or not. Milliseconds. */
  readonly createdAt: number;
};

export type Sales = {
  /** Every item of the account, in no particular order. */
  list(): readonly SoldItem[];
  /** `list` filtered and sorted; remembered under this name until something is sold or refunded. */
  select(name: string, choose: (items: readonly SoldItem[]) => readonly SoldItem[]): readonly SoldItem[];
  /** Forgets everything that was worked out: somebody may be about to move sales. */
  forget(): void;
};

const dayMilliseconds = 86_400_000;

/**
 * The items of a season. Working them out is left until they are asked for, and kept: an account of 100,000 tickets answers its
 * thousandth page as fast as its first. `forget` before refunding; new sales are seen by themselves.
 */
export function createSales(season: Season): Sales {
  const createdAt = new WeakMap<Ticket, number>();
  let known: readonly SoldItem[] | null = null;
  let knownTickets = -1;
  const selections = new Map<string, readonly SoldItem[]>();

  /** Remembered from the first look: a refund moves `changedAt`, never the date of the order. */
  function toCreatedAt(ticket: Ticket): number {
    const age = ticket.isRefunded ? 3 * dayMilliseconds : 0;
    const time = createdAt.get(ticket) ?? ticket.changedAt.getTime() - age;
    createdAt.set(ticket, time);
    return time;
  }

  function list(): readonly SoldItem[] {
    const tickets = season.shows.reduce((sum, show) => sum + show.tickets.length, 0);
    if (known && tickets === knownTickets) return known;
    selections.clear();
    knownTickets = tickets;
    known = season.shows.flatMap((show) =>
      show.tickets.flatMap((ticket) => toItems(show, ticket, toCreatedAt(ticket))),
    );
    return known;
  }

  return {
    list,
    select(name, choose) {
      const items = list();
      const selected = selections.get(name) ?? choose(items);
      selections.set(name, selected);
      return selected;
    },
    forget() {
      list();
      known = null;
      selections.clear();
    },
  };
}

/** One order in seven also gives, one in thirteen also joins. */
function toItems(show: Show, ticket: Ticket, createdAt: number): SoldItem[] {
  const id = Number(ticket.id);
  const item = { show, ticket, createdAt };
  const items: SoldItem[] = [{ ...item, id, type: 'Registration' }];
  if (ticket.channel !== 'web') return items;
  if (id % 7 === 0) items.push({ ...item, id: Number(`8${ticket.id}`), type: 'Donation' });
  if (id % 13 === 0) items.push({ ...item, id: Number(`7${ticket.id}`), type: 'Membership' });
  return items;
}

/** Waiting, refused and abandoned orders were never paid; those entered by the association itself are `Registered`. */
export function toState({ id, ticket }: SoldItem): string {
  if (ticket.isRefunded) return id % 2 === 0 ? 'Refunded' : 'Canceled';
  if (!ticket.isPaid && ticket.priceCents > 0) return ['Waiting', 'Refused', 'Abandoned'][id % 3] ?? 'Waiting';
  return ticket.channel === 'web' || ticket.channel === '' ? 'Processed' : 'Registered';
}
