import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ShotgunApi, TicketQuery } from './api';
import type { ShotgunTicket } from './schema';
import { addTicket, openEventAccount } from './transform';
import { resumeWalk, startWalk, type WalkStart } from './walk-state';
import { walkTickets } from './walk-tickets';

const hour = 3_600_000;
const day = 24 * hour;
const startedAt = new Date('2026-11-20T10:00:00.000Z');
const since = new Date('2025-10-20T08:00:00.000Z');
const first: WalkStart = { organizer: '173027', since, startedAt, isFirst: true };

type Sold = { readonly id: number; readonly event: number; updatedAt: number; status: string; cents: number };
type Vendor = ShotgunApi & {
  readonly queries: TicketQuery[];
  readonly sold: Sold[];
  /** What happens before the n-th request is answered, n from 0. */
  readonly onRequest: Map<number, () => void>;
};

/** Shotgun's list in memory, which sales may move between two pages. */
function createVendor(sold: Sold[], options: { readonly isInclusive?: boolean } = {}): Vendor {
  const queries: TicketQuery[] = [];
  const onRequest = new Map<number, () => void>();
  return {
    queries,
    sold,
    onRequest,
    listEvents: () => Promise.resolve([]),
    listTickets(query) {
      onRequest.get(queries.length)?.();
      queries.push(query);
      const [date = '', id] = query.after?.split('_') ?? [];
      const from = query.after === undefined ? -Infinity : Date.parse(date);
      const rows = sold
        .filter((ticket) => query.eventId === undefined || String(ticket.event) === query.eventId)
        .sort((a, b) => a.updatedAt - b.updatedAt || a.id - b.id)
        .filter((ticket) => {
          if (ticket.updatedAt !== from) return ticket.updatedAt > from;
          return id === undefined ? options.isInclusive : ticket.id > Number(id) - (options.isInclusive ? 1 : 0);
        })
        .slice(0, 100);
      const last = rows.at(-1);
      const next = rows.length === 100 && last ? `${new Date(last.updatedAt).toISOString()}_${last.id}` : null;
      return Promise.resolve({ tickets: rows.map(toTicket), next });
    },
  };
}

function toTicket({ id, event, updatedAt, status, cents }: Sold): ShotgunTicket {
  return {
    ticket_id: id,
    ticket_status: status,
    ticket_updated_at: updatedAt,
    event_id: String(event),
    event_start_time: startedAt.getTime(),
    event_end_time: null,
    deal_price: cents,
    deal_vat_rate: '0.055',
    currency: 'eur',
  };
}

/** `count` tickets of events 1 to `events`, one every `step` milliseconds up to `until`. */
function givenSales(count: number, events: number, until: Date, step: number, firstId = 1): Sold[] {
  return Array.from({ length: count }, (_, index) => ({
    id: firstId + index,
    event: 1 + (index % events),
    updatedAt: until.getTime() - (count - index) * step,
    status: index % 7 === 6 ? 'refunded' : 'valid',
    cents: 1000 + (index % 3) * 250,
  }));
}

function tallyOf(sold: readonly Sold[], event: number): unknown {
  const account = openEventAccount();
  for (const ticket of sold) if (ticket.event === event) addTicket(account, toTicket(ticket));
  return account.tally;
}

/** Walks to the end, or until `stopAfter` checkpoints. */
async function walk(vendor: Vendor, start: WalkStart, options: { checkpoint?: string; stopAfter?: number } = {}) {
  const state = (options.checkpoint === undefined ? null : resumeWalk(options.checkpoint, start)) ?? startWalk(start);
  const checkpoints: string[] = [];
  for await (const { checkpoint } of walkTickets(vendor, state, new Set())) {
    checkpoints.push(checkpoint);
    if (checkpoints.length === options.stopAfter) break;
  }
  const tallies = Object.fromEntries(Object.entries(state.events).map(([id, event]) => [id, event.tally]));
  return { checkpoints, tallies, requests: vendor.queries.length };
}

describe('The walk over the tickets of an account', () => {
  it('reads an account younger than what is asked once, and nothing else', async () => {
    const vendor = createVendor(givenSales(1234, 5, startedAt, hour / 4));
    const { tallies, requests } = await walk(vendor, first);
    expect(requests).toBe(13);
    expect(tallies).toEqual(Object.fromEntries([1, 2, 3, 4, 5].map((event) => [event, tallyOf(vendor.sold, event)])));
  });

  it('asks once more when the last page is full, because nothing else tells the end', async () => {
    expect((await walk(createVendor(givenSales(300, 5, startedAt, hour)), first)).requests).toBe(4);
  });

  it('goes on from the first page when what is older is short', async () => {
    const old = givenSales(120, 3, new Date(since.getTime() - day), hour);
    const vendor = createVendor([...old, ...givenSales(1000, 40, startedAt, hour / 2, 1000)]);
    const { tallies, requests } = await walk(vendor, first);
    // 1 first page, 11 of recent tickets, 1 more of older ones, 1 of what moved meanwhile.
    expect(requests).toBe(14);
    for (const event of [1, 2, 3, 4]) expect(tallies[event]).toEqual(tallyOf(vendor.sold, event));
  });

  it('asks each changed event for its older tickets when the account is long', async () => {
    const old = givenSales(5000, 50, since, hour / 2);
    const vendor = createVendor([...old, ...givenSales(450, 3, startedAt, hour, 10_000)]);
    const { tallies, requests } = await walk(vendor, first);
    // 1 first page, 5 of recent tickets, 1 for each of the 3 events, 1 of what moved meanwhile.
    expect(requests).toBe(10);
    expect(tallies).toEqual(Object.fromEntries([1, 2, 3].map((event) => [event, tallyOf(vendor.sold, event)])));
  });

  it('reads the few changed events of a night, and nothing else', async () => {
    const vendor = createVendor(givenSales(5000, 50, startedAt, hour / 4));
    const later = { ...first, since: new Date(startedAt.getTime() - 3 * hour), isFirst: false };
    const { tallies, requests } = await walk(vendor, later);
    const changed = new Set(
      vendor.sold.filter((one) => one.updatedAt >= later.since.getTime()).map((one) => one.event),
    );
    // 1 page of what changed, 2 for each event of 100 tickets: the second one is empty.
    expect([changed.size, requests]).toEqual([12, 1 + 12 * 2]);
    expect(tallies).toEqual(Object.fromEntries([...changed].map((event) => [event, tallyOf(vendor.sold, event)])));
  });

  it('asks once when nothing changed', async () => {
    const vendor = createVendor(givenSales(500, 5, new Date(startedAt.getTime() - hour), hour));
    expect(await walk(vendor, { ...first, since: startedAt, isFirst: false })).toEqual({
      checkpoints: [],
      tallies: {},
      requests: 1,
    });
  });

  it('keeps nothing of 100,000 tickets but the tallies of their events', async () => {
    const vendor = createVendor([]);
    const sold = givenSales(100_000, 100, startedAt, 4 * 60_000);
    const paged: Vendor = {
      ...vendor,
      listTickets({ after }) {
        const from = after === undefined ? 0 : Number(after.split('_')[1]);
        const page = sold.slice(from, from + 100);
        const last = page.at(-1);
        vendor.queries.push({ after });
        const next = last ? `${new Date(last.updatedAt).toISOString()}_${last.id}` : null;
        return Promise.resolve({ tickets: page.map(toTicket), next });
      },
    };
    const { checkpoints, tallies, requests } = await walk(paged, first);
    expect(requests).toBe(1001);
    expect(Object.keys(tallies)).toHaveLength(100);
    expect(Math.max(...checkpoints.map(({ length }) => length))).toBeLessThan(40_000);
    expect(checkpoints.length).toBeGreaterThan(250);
  });

  it('counts once a ticket that is refunded while it is read, as refunded', async () => {
    const vendor = createVendor(givenSales(350, 3, startedAt, hour));
    const [refunded] = vendor.sold;
    vendor.onRequest.set(2, () => {
      if (refunded) Object.assign(refunded, { status: 'refunded', updatedAt: startedAt.getTime() + 1 });
    });
    const { tallies, requests } = await walk(vendor, first);
    expect(tallies[1]).toEqual(tallyOf(vendor.sold, 1));
    // Its event is read again: 117 tickets, two pages.
    expect(requests).toBe(4 + 2);
  });

  it.each([
    ['goes backwards', (page: number) => 100 - page],
    ['does not move', () => 1],
  ])('refuses a list that %s', async (_title, toAge) => {
    let pages = 0;
    const vendor: ShotgunApi = {
      ...createVendor([]),
      listTickets() {
        pages += 1;
        const sold = {
          id: pages,
          event: 1,
          updatedAt: startedAt.getTime() - hour * toAge(-pages),
          status: 'valid',
          cents: 1,
        };
        return Promise.resolve({
          tickets: [toTicket({ ...sold, updatedAt: sold.updatedAt - pages })],
          next: `x_${pages}`,
        });
      },
    };
    const run = async () => {
      for await (const _checkpoint of walkTickets(vendor, startWalk(first), new Set()));
    };
    await expect(run()).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it.each([
    ['of another account', { ...first, organizer: '1' }],
    ['of another period', { ...first, since: new Date(since.getTime() + 1) }],
  ])('does not go on from a checkpoint %s', async (_title, other) => {
    const { checkpoints } = await walk(createVendor(givenSales(300, 3, startedAt, hour)), first);
    expect(resumeWalk(checkpoints[0] ?? '', first)).not.toBeNull();
    expect(resumeWalk(checkpoints[0] ?? '', other)).toBeNull();
  });
});

describe('Whatever is sold, refunded and stopped meanwhile', () => {
  const worldArbitrary = fc.record({
    old: fc.integer({ min: 0, max: 420 }),
    recent: fc.integer({ min: 1, max: 420 }),
    events: fc.integer({ min: 1, max: 9 }),
    step: fc.constantFrom(1, 60_000, hour),
    isFirst: fc.boolean(),
    isInclusive: fc.boolean(),
    stopAfter: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    moves: fc.array(fc.record({ request: fc.integer({ min: 0, max: 14 }), ticket: fc.nat() }), { maxLength: 6 }),
  });

  it('each event has the figures that it really had at one moment of the walk', async () => {
    await fc.assert(
      fc.asyncProperty(
        worldArbitrary,
        async ({ old, recent, events, step, stopAfter, moves, isFirst, isInclusive }) => {
          const vendor = createVendor(
            [...givenSales(old, events + 2, since, step), ...givenSales(recent, events, startedAt, step, 10_000)],
            { isInclusive },
          );
          const truths = new Map<number, unknown[]>();
          const note = () => {
            for (let event = 1; event <= events + 2; event += 1)
              truths.set(event, [...(truths.get(event) ?? []), tallyOf(vendor.sold, event)]);
          };
          note();
          for (const [index, { request, ticket }] of moves.entries()) {
            const before = vendor.onRequest.get(request);
            vendor.onRequest.set(request, () => {
              before?.();
              const moved = vendor.sold[ticket % vendor.sold.length];
              const updatedAt = startedAt.getTime() + request * 700 + index;
              if (moved) Object.assign(moved, { updatedAt, status: moved.status === 'valid' ? 'refunded' : 'valid' });
              note();
            });
          }
          const start = { ...first, isFirst };
          const stopped = await walk(vendor, start, { stopAfter });
          const checkpoint = stopped.checkpoints.at(-1);
          const { tallies } = stopAfter === undefined ? stopped : await walk(vendor, start, { checkpoint });
          expect(Object.keys(tallies).length).toBeGreaterThan(0);
          for (const [event, tally] of Object.entries(tallies)) expect(truths.get(Number(event))).toContainEqual(tally);
        },
      ),
      { numRuns: 100 },
    );
  });
});
