import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { changeSchema, collectionSchema, eventDateSchema, ticketingSchema, ticketSchema } from './schema';
import { addEventDate, addTicket, closeBook, isDeclarable, openBook, refuseTicketing } from './transform';

function readFixture<Row extends z.ZodType>(name: string, row: Row): z.output<Row>[] {
  const json: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
  return z.array(row).parse(collectionSchema.parse(json)['hydra:member']);
}

/** One show of one date, 2 July 2026 at 20:30 in Paris, with one tariff at 10 € and 5.5 %, one ticket sold. */
function close(changes: {
  readonly ticketing?: Record<string, unknown>;
  readonly eventDate?: Record<string, unknown>;
  readonly prices?: readonly Record<string, unknown>[];
  readonly tickets?: readonly Record<string, unknown>[];
}): readonly unknown[] {
  const ticketing = { '@id': '/v1/ticketings/7', title: 'Essai', type: 'dated_events', currency: 'EUR' };
  const price = { facialValue: 1000, currency: 'EUR', tax: { rate: 0.055, countryCode: 'FR' } };
  const prices = (changes.prices ?? [{}]).map((change, index) => ({ '@id': index + 1, ...price, ...change }));
  const eventDate = { '@id': 70, ticketing: 7, startDate: '2026-07-02T20:30:00+02:00', ticketPriceList: prices };
  const ticket = { status: 'payed', facialValue: 1000, imported: false, ticketPrice: 1, eventDate: 70 };
  const book = openBook(ticketingSchema.parse({ ...ticketing, ...changes.ticketing }));
  addEventDate(book, eventDateSchema.parse({ ...eventDate, ...changes.eventDate }));
  for (const [index, change] of (changes.tickets ?? [{}]).entries())
    addTicket(book, ticketSchema.parse({ '@id': 100 + index, ...ticket, ...change }));
  return closeBook(book);
}

const sold = {
  id: '70',
  startAt: '2026-07-02T18:30:00.000Z',
  endAt: null,
  includingTaxesCents: 1000,
  excludingTaxesCents: 948,
  taxRateBp: 550,
  paidTickets: 1,
  freeTickets: 0,
};

function expectPerformance(results: readonly unknown[], changes: Partial<typeof sold> | Record<string, unknown>): void {
  const performance = { ...sold, ...changes };
  const tickets = performance.paidTickets + performance.freeTickets;
  expect(results[0]).toEqual({
    type: 'series',
    series: { id: '7', name: 'Essai', performances: [performance] },
    tickets,
  });
}

function expectWarning(result: unknown, code: string): void {
  expect(result).toEqual({ type: 'warning', warning: { code, detail: expect.stringContaining('Essai') } });
}

describe('The answers of Mapado', () => {
  it('are read with the number of each identifier, whatever the shape of the relation', () => {
    expect(readFixture('changes.json', changeSchema)).toEqual([
      { id: '7700001', date: '146876', ticketing: '48210' },
      { id: '7700009', date: null, ticketing: null },
      { id: '7700010', date: '146990', ticketing: null },
    ]);
  });

  it('make shows of the dated ones, in France', () => {
    const ticketings = readFixture('ticketings.json', ticketingSchema);
    expect(ticketings.map((ticketing) => [ticketing.id, isDeclarable(ticketing)])).toEqual([
      ['48210', true],
      ['48455', true],
      ['48502', false],
      ['48611', false],
    ]);
  });

  it('make exact figures: each date with its own rates, what was paid, and the undated date alone left out', () => {
    const [ticketing] = readFixture('ticketings.json', ticketingSchema);
    if (!ticketing) throw new Error('the fixture is short');
    const book = openBook(ticketing);
    for (const date of readFixture('event-dates.json', eventDateSchema)) addEventDate(book, date);
    for (const ticket of readFixture('tickets.json', ticketSchema)) addTicket(book, ticket);
    expect(closeBook(book)).toEqual([
      {
        type: 'series',
        tickets: 4,
        series: {
          id: '48210',
          name: 'Le Phare & la <Lune> 🎭 « reprise »',
          performances: [
            {
              id: '146876',
              startAt: '2026-10-24T18:30:00.000Z',
              endAt: '2026-10-24T20:00:00.000Z',
              includingTaxesCents: 5625,
              excludingTaxesCents: 4894,
              taxRateBp: null,
              paidTickets: 2,
              freeTickets: 1,
            },
            {
              id: '146877',
              startAt: '2026-10-24T22:00:00.000Z',
              endAt: null,
              includingTaxesCents: 1800,
              excludingTaxesCents: 1763,
              taxRateBp: 210,
              paidTickets: 1,
              freeTickets: 0,
            },
          ],
        },
      },
      {
        type: 'warning',
        warning: { code: 'series-without-date', detail: expect.stringMatching(/Phare.*pas renseignée\u00a0: 1\./) },
      },
    ]);
  });
});

describe('A Mapado show', () => {
  it.each([
    [{}, true],
    [{ venue: null }, true],
    [{ venue: { countryCode: null } }, true],
    [{ venue: { countryCode: 'CORSE' } }, true],
    [{ venue: { countryCode: 'RE' } }, true],
    [{ venue: { countryCode: 'CH' } }, false],
    [{ type: 'offer' }, false],
    [{ type: 'undated_event' }, false],
    [{ type: null }, false],
  ])('given as %j is to be read: %s', (changes, expected) => {
    const ticketing = ticketingSchema.parse({ '@id': 7, title: 'Essai', type: 'dated_events', ...changes });
    expect(isDeclarable(ticketing)).toBe(expected);
  });

  it.each([
    ['EUR', null],
    [null, null],
    ['CHF', { code: 'unsupported-currency', detail: expect.stringContaining('Essai') }],
  ])('sold in %s is refused by name when it is not in euros', (currency, expected) => {
    expect(refuseTicketing(ticketingSchema.parse({ '@id': 7, title: 'Essai', currency }))).toEqual(expected);
  });

  it('keeps a name that says nothing recognisable', () => {
    expect(close({ ticketing: { title: ' ' } })[0]).toMatchObject({ series: { name: 'Sans titre (7)' } });
  });

  it('without date and without ticket is nothing to declare', () => {
    expect(close({ eventDate: { startDate: null }, tickets: [] })).toEqual([]);
  });

  it('without any date but with tickets is left out by name', () => {
    const results = close({ eventDate: { startDate: null } });
    expect(results).toHaveLength(1);
    expectWarning(results[0], 'series-without-date');
  });

  it.each([
    ['of another currency', { currency: 'CHF' }, 'unsupported-currency'],
    ['taxed abroad', { tax: { rate: 0.06, countryCode: 'BE' } }, 'foreign-tax-rate'],
    ['at a rate that does not exist in France', { tax: { rate: 0.07, countryCode: 'FR' } }, 'foreign-tax-rate'],
    ['without tax', { tax: null }, 'unexpected-series'],
    ['without rate', { tax: { rate: null, countryCode: 'FR' } }, 'unexpected-series'],
  ])('with a paid tariff %s is left out by name', (_title, price, code) => {
    const results = close({ prices: [price] });
    expect(results).toHaveLength(1);
    expectWarning(results[0], code);
  });

  it('adds up to no more than an amount that can be declared', () => {
    const tickets = Array.from({ length: 1001 }, () => ({ facialValue: 9_999_999 }));
    expectWarning(close({ tickets })[0], 'amount-out-of-bounds');
  });
});

describe('The date of a Mapado performance', () => {
  it.each([
    ['with its hour', {}, '2026-07-02T18:30:00.000Z', null],
    ['in winter', { startDate: '2026-12-02T20:30:00+01:00' }, '2026-12-02T19:30:00.000Z', null],
    ['with an offset without colon', { startDate: '2026-12-02T20:30:00+0100' }, '2026-12-02T19:30:00.000Z', null],
    ['without offset, in Paris', { startDate: '2026-12-02T20:30:00' }, '2026-12-02T19:30:00.000Z', null],
    [
      'with its day alone',
      { startDate: null, startOfEventDay: '2026-07-02T00:00:00+02:00', endOfEventDay: '2026-07-02T23:59:59+02:00' },
      '2026-07-01T22:00:00.000Z',
      null,
    ],
    ['with an end', { endDate: '2026-07-02T22:00:00+02:00' }, '2026-07-02T18:30:00.000Z', '2026-07-02T20:00:00.000Z'],
    ['with an end before its start', { endDate: '2026-07-02T19:00:00+02:00' }, '2026-07-02T18:30:00.000Z', null],
  ])('is read %s', (_title, eventDate, startAt, endAt) => {
    expectPerformance(close({ eventDate }), { startAt, endAt });
  });
});

describe('A Mapado ticket', () => {
  const nothing = { includingTaxesCents: 0, excludingTaxesCents: 0, paidTickets: 0 };

  it.each<readonly [string, Record<string, unknown>, Record<string, unknown>]>([
    ['payed counts', {}, {}],
    [
      'at another price than its tariff counts for its own',
      { facialValue: 500 },
      { includingTaxesCents: 500, excludingTaxesCents: 474 },
    ],
    ['at zero is free', { facialValue: 0 }, { ...nothing, freeTickets: 1 }],
    ['without amount counts for its tariff', { facialValue: null }, {}],
    ['with a negative amount counts for its tariff', { facialValue: -1000 }, {}],
    ['with an amount written as text counts', { facialValue: '1000' }, {}],
    ['with the noise of a float is read to the cent', { facialValue: 999.9999999999999 }, {}],
    ['imported with its tariff counts', { imported: true }, {}],
    ['imported without tariff does not', { imported: true, ticketPrice: null }, nothing],
    [
      'of an unknown tariff is harmless when it is free',
      { facialValue: 0, ticketPrice: 404 },
      { ...nothing, freeTickets: 1, taxRateBp: null },
    ],
    ['refunded does not count', { status: 'refunded' }, nothing],
    ['cancelled does not count', { status: 'cancelled' }, nothing],
    ['booked does not count', { status: 'booked' }, nothing],
    ['refunded may have any amount', { status: 'refunded', facialValue: 1e15, ticketPrice: null }, nothing],
  ])('%s', (_title, ticket, figures) => {
    const results = close({ tickets: [ticket] });
    expectPerformance(results, figures);
    expect(results).toHaveLength(1);
  });

  it.each([
    ['without tariff', { ticketPrice: null }, 'missing-tariff'],
    ['of an unknown tariff', { ticketPrice: 404 }, 'missing-tariff'],
    ['of an unknown tariff, imported', { ticketPrice: 404, imported: true }, 'missing-tariff'],
    ['without tariff nor amount', { ticketPrice: null, facialValue: null }, 'missing-tariff'],
    ['with an absurd amount', { facialValue: 10_000_001 }, 'amount-out-of-bounds'],
    ['with a part of a cent', { facialValue: 1000.5 }, 'amount-out-of-bounds'],
    ['with words for an amount', { facialValue: 'dix euros' }, 'amount-out-of-bounds'],
  ])('%s makes the show unusable, by name', (_title, ticket, code) => {
    const results = close({ tickets: [{}, ticket] });
    expect(results).toHaveLength(1);
    expectWarning(results[0], code);
  });

  it('without any amount, its tariff’s neither, makes the show unusable', () => {
    expectWarning(
      close({ prices: [{ facialValue: null }], tickets: [{ facialValue: null }] })[0],
      'amount-out-of-bounds',
    );
  });

  it('of an unknown status is not counted, and that is said', () => {
    const results = close({ tickets: [{}, { status: 'exchanged' }] });
    expectPerformance(results, {});
    expectWarning(results[1], 'unknown-ticket-status');
  });
});

describe('The rate of a Mapado performance', () => {
  it.each<readonly [string, readonly Record<string, unknown>[], number | null]>([
    ['that of its tariffs when they agree', [{}, {}], 550],
    ['unknown when they differ', [{}, { tax: { rate: 0.2, countryCode: 'FR' } }], null],
    ['not mixed by a free tariff', [{}, { facialValue: 0, tax: { rate: 0, countryCode: 'FR' } }], 550],
    ['that of the free ones when there are no others', [{ facialValue: 0 }], 550],
    ['unknown without tariff', [], null],
  ])('is, before any sale, %s', (_title, prices, taxRateBp) => {
    const figures = { includingTaxesCents: 0, excludingTaxesCents: 0, paidTickets: 0, taxRateBp };
    expectPerformance(close({ prices, tickets: [] }), figures);
  });
});

describe('Any tickets of Mapado', () => {
  const rates = [0, 210, 550, 1000, 2000] as const;
  const anyTicket = fc.record({
    rate: fc.constantFrom(...rates),
    cents: fc.oneof(fc.constant(0), fc.constant(null), fc.integer({ min: -5000, max: 10_000_000 })),
    listed: fc.integer({ min: 0, max: 20_000 }),
    status: fc.constantFrom('payed', 'payed', 'refunded', 'booked', 'cancelled'),
  });

  it('add up as integers do, divided exactly and rounded once', () => {
    fc.assert(
      fc.property(fc.array(anyTicket, { maxLength: 60 }), (tickets) => {
        const prices = tickets.map(({ rate, listed }) => ({
          facialValue: listed,
          tax: { rate: rate / 10_000, countryCode: 'FR' },
        }));
        const results = close({
          prices,
          tickets: tickets.map(({ cents, status }, index) => ({ ticketPrice: index + 1, facialValue: cents, status })),
        });
        const counted = tickets
          .filter(({ status }) => status === 'payed')
          .map(({ cents, listed, rate }) => ({ rate, cents: BigInt(cents === null || cents < 0 ? listed : cents) }));
        const common = rates.reduce((product, rate) => product * BigInt(10_000 + rate), 1n);
        const exact = counted.reduce(
          (sum, { cents, rate }) => sum + (cents * 10_000n * common) / BigInt(10_000 + rate),
          0n,
        );
        const paid = counted.filter(({ cents }) => cents > 0n);
        expect(results[0]).toMatchObject({
          series: {
            performances: [
              {
                includingTaxesCents: Number(counted.reduce((sum, { cents }) => sum + cents, 0n)),
                excludingTaxesCents: Number((2n * exact + common) / (2n * common)),
                paidTickets: paid.length,
                freeTickets: counted.length - paid.length,
              },
            ],
          },
        });
      }),
      { numRuns: 100 },
    );
  });
});
