import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statementListSchema, statementSchema, type ClosingStatement } from './schema';
import { toSeries, toShows } from './transform';
import { legalRatesBp } from '@/domain/tax';
import type { RemotePerformance } from '@/domain/ticketing/model';

const completeFrom = new Date('2025-05-31T22:00:00.000Z');
const prefix = 'billetterie-lucioles-test';

function readFixture(name: string): readonly ClosingStatement[] {
  return statementListSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'))).data;
}

function transform(statements: readonly ClosingStatement[]) {
  return toShows(statements, prefix).flatMap((show) => toSeries(show, completeFrom));
}

/** One session alone, on 26 June 2026 at 20:30 in Paris, at 5.5 %, ten tickets at 10 €. */
function givenStatement(
  session: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
  line: Record<string, unknown> = {},
): ClosingStatement {
  return statementSchema.parse({
    session: {
      id: 7,
      start_date: 1_782_498_600,
      end_date: 0,
      entity_type: 'event',
      edito: { title: 'Essai' },
      settings: { duration: null, tax: { rate: 0.055 } },
      ...session,
    },
    internals_prices: [{ amount: 10, quantity: 10, revenue: 100, ...line }],
    externals_prices: [],
    ...rest,
  });
}

/** The only performance of these statements, or the codes of what was said instead. */
function toPerformance(...statements: readonly ClosingStatement[]): RemotePerformance | readonly string[] | undefined {
  const events = transform(statements);
  const [series] = events.flatMap((event) => (event.type === 'series' ? [event.series] : []));
  if (series) return series.performances[0];
  return events.flatMap((event) => (event.type === 'warning' ? [event.warning.code] : []));
}

describe('The closing statements of a site', () => {
  it('become what a bookkeeper expects from the recorded answers', () => {
    expect(transform(readFixture('closing.json'))).toEqual([
      {
        type: 'series',
        tickets: 68,
        series: {
          id: `${prefix}_771`,
          name: 'L’Étoile & la <marée> 🎭',
          completeFrom: '2025-05-31T22:00:00.000Z',
          performances: [
            {
              id: `${prefix}_48213`,
              startAt: '2026-06-26T18:30:00.000Z',
              endAt: '2026-06-26T20:00:00.000Z',
              includingTaxesCents: 127_410,
              excludingTaxesCents: 120_768,
              taxRateBp: 550,
              paidTickets: 63,
              freeTickets: 5,
            },
            {
              id: `${prefix}_48214`,
              startAt: '2026-06-27T18:30:00.000Z',
              endAt: '2026-06-27T19:45:00.000Z',
              includingTaxesCents: 0,
              excludingTaxesCents: 0,
              taxRateBp: 550,
              paidTickets: 0,
              freeTickets: 0,
            },
          ],
        },
      },
      {
        type: 'series',
        tickets: 3,
        series: {
          id: `${prefix}_session_47001`,
          name: 'Pass quatre soirs',
          completeFrom: '2025-05-31T22:00:00.000Z',
          performances: [
            {
              id: `${prefix}_47001`,
              startAt: '2026-01-01T09:00:00.000Z',
              endAt: null,
              includingTaxesCents: 18_000,
              excludingTaxesCents: 17_630,
              taxRateBp: 210,
              paidTickets: 3,
              freeTickets: 0,
            },
          ],
        },
      },
    ]);
  });

  it('are read when a site writes texts, nulls and nothing where another writes numbers and lists', () => {
    expect(transform(readFixture('closing-other-site.json'))).toEqual([
      {
        type: 'series',
        tickets: 9,
        series: {
          id: `${prefix}_40`,
          name: 'Veillée du changement d’heure',
          completeFrom: '2025-05-31T22:00:00.000Z',
          performances: [
            {
              id: `${prefix}_312`,
              startAt: '2026-10-24T18:00:00.000Z',
              endAt: '2026-10-24T19:30:00.000Z',
              includingTaxesCents: 7770,
              excludingTaxesCents: 7365,
              taxRateBp: 550,
              paidTickets: 7,
              freeTickets: 2,
            },
          ],
        },
      },
      {
        type: 'series',
        tickets: 33,
        series: {
          id: `${prefix}_session_313`,
          name: 'Concert d’une association non assujettie',
          completeFrom: '2025-05-31T22:00:00.000Z',
          performances: [
            {
              id: `${prefix}_313`,
              startAt: '2026-12-24T15:00:00.000Z',
              endAt: null,
              includingTaxesCents: 33_000,
              excludingTaxesCents: 33_000,
              taxRateBp: null,
              paidTickets: 33,
              freeTickets: 0,
            },
          ],
        },
      },
    ]);
  });

  it('are nothing when there are none', () => {
    expect(transform(readFixture('empty.json'))).toEqual([]);
  });
});

describe('A show of the closing statements', () => {
  const toIds = (...sessions: readonly Record<string, unknown>[]) =>
    toShows(
      sessions.map((session) => givenStatement(session)),
      prefix,
    ).map(({ id, name, statements }) => [id, name, statements.length]);

  it.each<readonly [string, unknown, unknown, readonly [string, string]]>([
    ['the multisession', { id: 3, multisession_id: 3, title: 'Série' }, 'Séance', ['3', 'Série']],
    ['its deprecated identifier first', { id: 4, multisession_id: 3, title: 'Série' }, 'Séance', ['3', 'Série']],
    ['its other identifier when the deprecated one has gone', { id: 4 }, 'Séance', ['4', 'Séance']],
    ['nothing of an empty title', { id: 4, title: '  ' }, 'Séance', ['4', 'Séance']],
    ['the session alone when there is none', null, 'Séance', ['session_7', 'Séance']],
    ['the session alone when it has no identifier', { id: 0, multisession_id: null }, 'A', ['session_7', 'A']],
    ['a name made up when there is no title at all', null, ' ', ['session_7', 'Sans titre (7)']],
  ])('takes %s', (_title, multisession, title, [id, name]) => {
    expect(toIds({ multisession, edito: { title } })).toEqual([[`${prefix}_${id}`, name, 1]]);
  });

  it('holds every session of its multisession, each once', () => {
    const multisession = { id: 3, multisession_id: 3, title: 'Série' };
    expect(toIds({ id: 1, multisession }, { id: 2, multisession }, { id: 1, multisession }, { id: 9 })).toEqual([
      [`${prefix}_3`, 'Série', 2],
      [`${prefix}_session_9`, 'Essai', 1],
    ]);
  });

  it('is named by its first session where nothing else names it, whatever the order of the answer', () => {
    const friday = { id: 2, multisession: { id: 3 }, edito: { title: 'Vendredi' } };
    const saturday = { id: 1, start_date: 1_782_585_000, multisession: { id: 3 }, edito: { title: 'Samedi' } };
    const undated = { id: 0, start_date: 0, multisession: { id: 3 }, edito: { title: 'Un jour' } };
    expect(toIds(undated, saturday, friday)).toEqual([[`${prefix}_3`, 'Vendredi', 3]]);
    expect(toIds(friday, undated, saturday)).toEqual([[`${prefix}_3`, 'Vendredi', 3]]);
  });

  it.each(['subscribe', 'giftcard', 'additionalProduct'])('is not a %s', (entity_type) => {
    expect(toIds({ entity_type })).toEqual([]);
  });

  it('is left out whole when one session cannot be read, and leaves the others alone', () => {
    const multisession = { id: 3, title: 'Abîmé' };
    const events = transform([
      givenStatement({ id: 1, multisession }),
      givenStatement({ id: 2, multisession }, {}, { revenue: 'beaucoup' }),
      givenStatement({ id: 9 }),
    ]);
    expect(events).toMatchObject([
      { type: 'warning', warning: { code: 'amount-out-of-bounds', detail: expect.stringContaining('Abîmé') } },
      { type: 'series', series: { id: `${prefix}_session_9` } },
    ]);
  });

  it('has its performances in order of time, whatever the order of the answer', () => {
    const multisession = { id: 3 };
    const [event] = transform([
      givenStatement({ id: 1, multisession, start_date: 1_782_585_000 }),
      givenStatement({ id: 2, multisession }),
    ]);
    expect(event?.type === 'series' && event.series.performances.map(({ id }) => id)).toEqual([
      `${prefix}_2`,
      `${prefix}_1`,
    ]);
  });
});

describe('The dates of a session', () => {
  it.each<readonly [string, Record<string, unknown>, string | null]>([
    ['is the one told', { end_date: 1_782_504_000 }, '2026-06-26T20:00:00.000Z'],
    ['comes from the duration when 0 is told', { settings: { duration: 75 } }, '2026-06-26T19:45:00.000Z'],
    [
      'comes from the duration when it is not after the start',
      { end_date: 1, settings: { duration: 60 } },
      '2026-06-26T19:30:00.000Z',
    ],
    ['is unknown without both', { end_date: null, settings: null }, null],
    ['is unknown when it is the start', { end_date: 1_782_498_600 }, null],
    ['is unknown when the duration is absurd', { settings: { duration: 1e12 } }, null],
    ['is unknown when the duration is negative', { settings: { duration: -5 } }, null],
  ])('end: it %s', (_title, session, endAt) => {
    expect(toPerformance(givenStatement(session))).toMatchObject({ startAt: '2026-06-26T18:30:00.000Z', endAt });
  });

  it.each([0, '0', null, undefined, '', 'demain', 1_782_498_600_000, -5, true])(
    'a session alone whose start is %p is reported by name',
    (start_date) => {
      expect(toPerformance(givenStatement({ start_date }))).toEqual(['series-without-date']);
    },
  );

  it('a session without date costs its show that session only, and is told when it has sold', () => {
    const multisession = { id: 3, title: 'Série' };
    const sold = transform([givenStatement({ multisession }), givenStatement({ id: 8, multisession, start_date: 0 })]);
    expect(sold).toMatchObject([
      { type: 'warning', warning: { code: 'series-without-date', detail: expect.stringContaining('Série') } },
      { type: 'series', series: { performances: [{ id: `${prefix}_7` }] }, tickets: 10 },
    ]);
    const draft = givenStatement({ id: 8, multisession, start_date: 0 }, { internals_prices: [] });
    expect(transform([givenStatement({ multisession }), draft])).toMatchObject([
      { type: 'series', series: { performances: [{ id: `${prefix}_7` }] }, tickets: 10 },
    ]);
    expect(
      transform([draft, givenStatement({ id: 9, multisession, start_date: 0 }, { internals_prices: [] })]),
    ).toEqual([]);
  });
});

describe('The lines of a session', () => {
  const count = (line: Record<string, unknown>): unknown => {
    const performance = toPerformance(givenStatement({}, {}, line));
    if (!performance || !('paidTickets' in performance)) return performance;
    return [performance.includingTaxesCents, performance.paidTickets, performance.freeTickets];
  };

  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['sold', {}, [10_000, 10, 0]],
    ['sold with a promotion, whose revenue is what came in', { revenue: 83.5 }, [8350, 10, 0]],
    ['with the noise of floats', { revenue: 219.89999999999998 }, [21_990, 10, 0]],
    ['with the noise of floats below a cent', { amount: 0, revenue: -1.4e-14 }, [0, 0, 10]],
    ['written as texts', { amount: '10', quantity: '10', revenue: '100.00' }, [10_000, 10, 0]],
    ['given away', { amount: 0, revenue: 0 }, [0, 0, 10]],
    ['given away by a promotion: what was paid decides, not the list price', { revenue: 0 }, [0, 0, 10]],
    ['refunded in part, which is ignored', { amount: -10, quantity: 0, revenue: -30 }, [0, 0, 0]],
    ['with money for what is free', { amount: 0 }, ['amount-out-of-bounds']],
    ['with a negative revenue', { revenue: -100 }, ['amount-out-of-bounds']],
    ['with a negative number of tickets', { quantity: -1 }, ['amount-out-of-bounds']],
    ['with half a ticket', { quantity: 0.5 }, ['amount-out-of-bounds']],
    ['with no number of tickets', { quantity: null }, ['amount-out-of-bounds']],
    ['with no revenue', { revenue: undefined }, ['amount-out-of-bounds']],
    ['with a phone number for a price', { amount: 612345678 }, ['amount-out-of-bounds']],
    ['with more than a ticket can cost', { revenue: 1_000_001 }, ['amount-out-of-bounds']],
    ['with more than a number can hold', { revenue: 1e300 }, ['amount-out-of-bounds']],
    ['with more tickets than a hall', { quantity: 1_000_001 }, ['amount-out-of-bounds']],
  ])('%s', (_title, line, expected) => {
    expect(count(line)).toEqual(expected);
  });

  it('of other shops are added to those of the site, in either list', () => {
    const line = { amount: 20, quantity: 2, revenue: 40 };
    expect(toPerformance(givenStatement({}, { externals_prices: [line] }))).toMatchObject({
      includingTaxesCents: 14_000,
      paidTickets: 12,
    });
    expect(toPerformance(givenStatement({}, { internals_prices: [], externals_prices: [line] }))).toMatchObject({
      includingTaxesCents: 4000,
      paidTickets: 2,
    });
  });

  it.each([undefined, null])('that are missing (%p) are not guessed to be none', (internals_prices) => {
    expect(toPerformance(givenStatement({}, { internals_prices }))).toEqual(['unexpected-series']);
  });

  it('of a kind that nobody knows are told, not guessed', () => {
    expect(toPerformance(givenStatement({ entity_type: 'hologram' }))).toEqual(['unexpected-series']);
    expect(toPerformance(givenStatement({ entity_type: null }))).toEqual(['unexpected-series']);
  });
});

describe('The rate of a session', () => {
  const rateOf = (tax: unknown, revenue = 100): unknown => {
    const performance = toPerformance(givenStatement({ settings: { tax } }, {}, { revenue }));
    if (!performance || !('taxRateBp' in performance)) return performance;
    return [performance.taxRateBp, performance.excludingTaxesCents];
  };

  it.each<readonly [string, unknown, unknown]>([
    ['is a fraction', { rate: 0.055 }, [550, 9479]],
    ['is a fraction with the noise of a float', { rate: 0.055000000000000004 }, [550, 9479]],
    ['may come as a percentage', { rate: '5.50' }, [550, 9479]],
    ['may be Corsican', { rate: 0.009 }, [90, 9911]],
    ['may be zero', { rate: 0 }, [0, 10_000]],
    ['is unknown without a tax: nothing is taken off', undefined, [null, 10_000]],
    ['is unknown without a rate: nothing is taken off', { rate: null }, [null, 10_000]],
    ['makes the show unusable when it is not French', { rate: 0.07 }, ['foreign-tax-rate']],
  ])('%s', (_title, tax, expected) => {
    expect(rateOf(tax)).toEqual(expected);
  });

  it('that is not French does no harm where nothing was paid', () => {
    expect(rateOf({ rate: 0.07 }, 0)).toEqual([null, 0]);
  });
});

describe('Whatever a site sells', () => {
  const lines = fc.array(
    fc.record({
      unitCents: fc.integer({ min: 1, max: 50_000 }),
      quantity: fc.integer({ min: 0, max: 500 }),
      discountCents: fc.integer({ min: 0, max: 400 }),
      kind: fc.constantFrom('paid', 'free', 'refund'),
      isExternal: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('the totals are those of integer arithmetic, and are rounded once', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...legalRatesBp), (sold, rateBp) => {
        const encoded = sold.map(({ unitCents, quantity, discountCents, kind, isExternal }) => {
          if (kind === 'free')
            return { cents: 0, paid: 0, free: quantity, isExternal, line: { amount: 0, quantity, revenue: 0 } };
          if (kind === 'refund')
            return {
              cents: 0,
              paid: 0,
              free: 0,
              isExternal,
              line: { amount: -unitCents / 100, quantity: 0, revenue: -discountCents / 100 },
            };
          const cents = Math.max(quantity, unitCents * quantity - discountCents);
          // Added one by one, as the software does, to gather as much noise as floats can.
          let revenue = 0;
          for (let index = 0; index < quantity; index += 1) revenue += Math.floor(cents / quantity) / 100;
          revenue += (quantity === 0 ? 0 : cents % quantity) / 100;
          return { cents, paid: quantity, free: 0, isExternal, line: { amount: unitCents / 100, quantity, revenue } };
        });
        const statement = givenStatement(
          { settings: { duration: null, tax: { rate: rateBp / 10_000 } } },
          {
            internals_prices: encoded.filter(({ isExternal }) => !isExternal).map(({ line }) => line),
            externals_prices: encoded.filter(({ isExternal }) => isExternal).map(({ line }) => line),
          },
        );
        const total = encoded.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
        const divisor = 10_000n + BigInt(rateBp);
        expect(toPerformance(statement)).toEqual({
          id: `${prefix}_7`,
          startAt: '2026-06-26T18:30:00.000Z',
          endAt: null,
          includingTaxesCents: Number(total),
          excludingTaxesCents: Number((total * 20_000n + divisor) / (2n * divisor)),
          taxRateBp: rateBp,
          paidTickets: encoded.reduce((sum, { paid }) => sum + paid, 0),
          freeTickets: encoded.reduce((sum, { free }) => sum + free, 0),
        });
      }),
    );
  });
});
