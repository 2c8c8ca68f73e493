import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import type { MapadoApi } from './api';
import { readBatch, toBatches } from './read-batch';
import { eventDateSchema, ticketingSchema, ticketSchema, type MapadoEventDate, type MapadoTicket } from './schema';

const givenTicketing = (id: string) =>
  ticketingSchema.parse({ '@id': id, title: `Spectacle ${id}`, type: 'dated_events' });
const price = { '@id': 1, facialValue: 1000, tax: { rate: 0.055, countryCode: 'FR' } };

/** A date of a show: show 7 has dates 71, 72… */
function givenDate(id: string): MapadoEventDate {
  const startDate = '2026-07-02T20:30:00+02:00';
  return eventDateSchema.parse({ '@id': id, ticketing: id.slice(0, -1), startDate, ticketPriceList: [price] });
}

function givenTicket(id: string, eventDate: string | null, changes: Record<string, unknown> = {}): MapadoTicket {
  const ticket = { '@id': id, status: 'payed', facialValue: 1000, ticketPrice: 1, eventDate };
  return ticketSchema.parse({ ...ticket, ...changes });
}

/** A vendor of these lists; `listedDates` are those that the list of a show holds, `honours` how many shows of a list of tickets it reads. */
function givenApi(world: {
  readonly dates: readonly string[];
  readonly listedDates?: readonly string[];
  readonly tickets: readonly (readonly [show: string, ticket: MapadoTicket])[];
  readonly honours?: number;
}) {
  const { dates, listedDates = dates, tickets, honours = Infinity } = world;
  const asked: string[] = [];
  const api: Pick<MapadoApi, 'listEventDates' | 'readTickets'> = {
    listEventDates({ name, ids }) {
      asked.push(`${name} ${ids.join(',')}`);
      const found =
        name === '@id'
          ? dates.filter((id) => ids.includes(id))
          : listedDates.filter((id) => ids.includes(id.slice(0, -1)));
      return Promise.resolve(found.map(givenDate));
    },
    async *readTickets(ids) {
      asked.push(`tickets ${ids.join(',')}`);
      const read = ids.slice(0, honours);
      yield await Promise.resolve(tickets.filter(([show]) => read.includes(show)).map(([, ticket]) => ticket));
    },
  };
  return { api, asked };
}

async function read(world: Parameters<typeof givenApi>[0], ids: readonly string[]) {
  const { api, asked } = givenApi(world);
  const results = await readBatch(api, ids.map(givenTicketing));
  const told = results.map((result) =>
    result.type === 'series' ? [result.series.id, result.tickets] : [result.warning.code, result.warning.detail],
  );
  return { told, asked };
}

describe('Shows read together', () => {
  it('are cut in batches by their number, and by the tickets that they are known to have', () => {
    const ids = Array.from({ length: 450 }, (_, index) => String(index + 1));
    const sizes = (counts: ReadonlyMap<string, number>) =>
      toBatches(ids.map(givenTicketing), counts).map((batch) => batch.length);
    expect(sizes(new Map())).toEqual([200, 200, 50]);
    expect(sizes(new Map([['1', 60_000]]))).toEqual([1, 200, 200, 49]);
    expect(sizes(new Map(['1', '2', '3'].map((id) => [id, 25_000])))).toEqual([2, 200, 200, 48]);
    expect(toBatches([], new Map())).toEqual([]);
  });

  it('take one list of dates and one of tickets', async () => {
    const tickets = [['7', givenTicket('1', '71')] as const, ['8', givenTicket('2', '81')] as const];
    expect(await read({ dates: ['71', '81'], tickets }, ['7', '8'])).toEqual({
      told: [
        ['7', 1],
        ['8', 1],
      ],
      asked: ['ticketing 7,8', 'tickets 7,8'],
    });
  });

  it('ask once for a date that the list of the show does not hold', async () => {
    const tickets = [['7', givenTicket('1', '71')] as const, ['7', givenTicket('2', '72')] as const];
    expect(await read({ dates: ['71', '72'], listedDates: ['71'], tickets }, ['7'])).toEqual({
      told: [['7', 2]],
      asked: ['ticketing 7', 'tickets 7', '@id 72'],
    });
  });

  it('find which one has a sold ticket of a date that is nowhere, and deliver the others', async () => {
    const shows = ['1', '2', '3', '4'];
    const tickets = shows.map((show) => [show, givenTicket(show, show === '3' ? '39' : `${show}1`)] as const);
    const { told } = await read({ dates: ['11', '21', '31', '41'], tickets }, shows);
    expect(told).toEqual([
      ['1', 1],
      ['2', 1],
      ['unexpected-series', expect.stringContaining('Spectacle 3')],
      ['4', 1],
    ]);
  });

  it('do not mind a refunded ticket of a date that is nowhere, nor a ticket without date', async () => {
    const tickets = [
      ['7', givenTicket('1', '71')] as const,
      ['7', givenTicket('2', '79', { status: 'refunded' })] as const,
      ['7', givenTicket('3', null)] as const,
    ];
    expect(await read({ dates: ['71'], tickets }, ['7'])).toEqual({
      told: [['7', 1]],
      asked: ['ticketing 7', 'tickets 7'],
    });
  });

  it('are read one by one when Mapado understands only the first of a list', async () => {
    const tickets = ['1', '2', '3'].map((show) => [show, givenTicket(show, `${show}1`)] as const);
    const { told } = await read({ dates: ['11', '21', '31'], tickets, honours: 1 }, ['1', '2', '3']);
    expect(told).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ]);
  });

  it('are left out by name when none of their tickets comes, never delivered as zeros', async () => {
    const { told } = await read({ dates: ['71', '81'], tickets: [['8', givenTicket('2', '81')]] }, ['7', '8']);
    expect(told).toEqual([
      ['unexpected-series', expect.stringContaining('Spectacle 7')],
      ['8', 1],
    ]);
  });
});

describe('The memory of a batch', () => {
  /** Live bytes, whatever the collector had left lying about. */
  function createScales(): () => number {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') throw new Error('the collector cannot be called');
    return () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
  }

  it('does not grow with its tickets: 100,000 of them in ten pages weigh what one page weighs', async () => {
    const weigh = createScales();
    const weights: number[] = [];
    const { api } = givenApi({ dates: ['71', '72'], tickets: [] });
    async function* readTickets(): ReturnType<MapadoApi['readTickets']> {
      for (let page = 0; page < 10; page += 1) {
        yield await Promise.resolve(
          Array.from({ length: 10_000 }, (_, row): MapadoTicket => {
            const eventDate = row % 2 === 0 ? '71' : '72';
            return {
              id: `${page}${row}`,
              status: 'payed',
              facialValue: 1000,
              isImported: false,
              ticketPrice: '1',
              eventDate,
            };
          }),
        );
        if (page % 3 === 0) weights.push(weigh());
      }
    }
    const [result] = await readBatch({ ...api, readTickets }, [givenTicketing('7')]);
    expect(result).toMatchObject({ type: 'series', tickets: 100_000 });
    const [first = 0, ...others] = weights;
    expect(others).toHaveLength(3);
    expect(Math.max(...others) - first).toBeLessThan(1024 * 1024);
  });
});
