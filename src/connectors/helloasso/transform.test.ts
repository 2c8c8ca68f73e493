import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { formSchema, itemSchema, type HelloassoForm, type HelloassoItem } from './schema';
import { countItem, createFormTally, isTicket, packTally, unpackTally, type FormTally } from './tally';
import { findObstacle, listUnknownRates, toSeries, warnOfUnknownStates, type TransformedSeries } from './transform';
import { legalRatesBp } from '@/domain/tax';
import type { RemotePerformance } from '@/domain/ticketing/model';

function readFixture<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')));
}

const recordedForm = readFixture('form.json', formSchema);
const recordedItems = readFixture('items.json', z.object({ data: z.array(itemSchema) })).data;

/** A form on 2 July 2026 at 20:30 in Paris, one tier at 5.5 %. */
function givenForm(changes: Record<string, unknown> = {}): HelloassoForm {
  return formSchema.parse({
    formSlug: 'essai',
    title: 'Essai',
    startDate: '2026-07-02T20:30:00+02:00',
    endDate: '2026-07-02T22:00:00+02:00',
    currency: 'EUR',
    tiers: [{ id: 1, vatRate: 5.5 }],
    ...changes,
  });
}

function givenItem(changes: Record<string, unknown> = {}): HelloassoItem {
  return itemSchema.parse({
    id: 1,
    tierId: 1,
    type: 'Registration',
    state: 'Processed',
    amount: 1000,
    order: { formSlug: 'essai', formType: 'Event', meta: { updatedAt: '2026-06-01T10:00:00+02:00' } },
    ...changes,
  });
}

function tally(items: readonly HelloassoItem[]): FormTally {
  const result = createFormTally();
  for (const item of items) if (isTicket(item)) countItem(result, item);
  return result;
}

function toPerformance(result: TransformedSeries): RemotePerformance {
  const [performance] = result.type === 'series' ? result.series.performances : [];
  if (!performance) throw new Error(`a series was expected, not ${JSON.stringify(result)}`);
  return performance;
}

/** The code of what is left out, or TTC, paid and free of what is delivered. */
function summarize(form: Record<string, unknown>, item: Record<string, unknown> = {}): unknown {
  const result = toSeries(givenForm(form), tally([givenItem(item)]));
  if (result.type === 'warning') return result.warning.code;
  const { includingTaxesCents, paidTickets, freeTickets } = toPerformance(result);
  return [includingTaxesCents, paidTickets, freeTickets];
}

describe('A HelloAsso form', () => {
  it('becomes what a bookkeeper expects from the recorded answers', () => {
    expect(toSeries(recordedForm, tally(recordedItems))).toEqual({
      type: 'series',
      tickets: 7,
      series: {
        id: 'le-phare-et-la-lune',
        name: 'Le Phare & la <Lune> 🎭 « reprise »',
        performances: [
          {
            id: 'le-phare-et-la-lune',
            startAt: '2026-10-24T18:30:00.000Z',
            endAt: '2026-10-24T20:00:00.000Z',
            // 1500 + 1350 + 899 at 5.5 %, 700 at 2.1 %, 2500 at 20 %
            includingTaxesCents: 6949,
            excludingTaxesCents: 6322,
            taxRateBp: null,
            paidTickets: 5,
            freeTickets: 2,
          },
        ],
      },
    });
  });

  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['paid', {}, [1000, 1, 0]],
    ['entered by the association', { state: 'Registered' }, [1000, 1, 0]],
    ['made free by a discount', { amount: 0, initialAmount: 1000 }, [0, 0, 1]],
    ['free, of a tier that is gone', { amount: 0, tierId: 9 }, [0, 0, 1]],
    ['written as text', { id: '7', tierId: '1', amount: '1000' }, [1000, 1, 0]],
    ['refunded', { state: 'Refunded' }, [0, 0, 0]],
    ['of an unknown state, spelt their way', { state: 'Unknow' }, [0, 0, 0]],
    ['of a state nobody documented', { state: 'Frozen' }, [0, 0, 0]],
    ['a donation', { type: 'Donation' }, [0, 0, 0]],
    ['a membership', { type: 'Membership' }, [0, 0, 0]],
    ['an item nobody documented', { type: 'Surprise' }, [0, 0, 0]],
    ['of a form whose type is not told', { order: { formSlug: 'essai', meta: 'hier' } }, [1000, 1, 0]],
    ['of a shop', { order: { formSlug: 'essai', formType: 'Shop' } }, [0, 0, 0]],
    ['paid, of a tier that is gone', { tierId: 9 }, 'missing-tariff'],
    ['paid, of no tier', { tierId: null }, 'missing-tariff'],
    ['negative', { amount: -1 }, 'amount-out-of-bounds'],
    ['absurd', { amount: 10_000_001 }, 'amount-out-of-bounds'],
    ['of a fraction of a cent', { amount: 10.5 }, 'amount-out-of-bounds'],
    ['of no number', { amount: 'dix' }, 'amount-out-of-bounds'],
    ['absurd and refunded', { amount: -1, state: 'Refunded' }, [0, 0, 0]],
  ])('counts a ticket that is %s', (_case, item, expected) => {
    expect(summarize({}, item)).toEqual(expected);
  });

  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['no date', { startDate: null }, 'series-without-date'],
    ['a date that is none', { startDate: 'bientôt' }, 'series-without-date'],
    ['francs', { currency: 'CHF' }, 'unsupported-currency'],
    ['no currency', { currency: null }, 'unexpected-series'],
    ['a place abroad', { place: { country: 'BEL' } }, 'unexpected-series'],
    ['a place overseas', { place: { country: 'REU' } }, [1000, 1, 0]],
    ['a place without country', { place: { country: null } }, [1000, 1, 0]],
    ['a place in one word', { place: 'Lampaul' }, [1000, 1, 0]],
    ['a foreign rate', { tiers: [{ id: 1, vatRate: 7.7 }] }, 'foreign-tax-rate'],
    ['a tier without rate', { tiers: [{ id: 1, vatRate: null }] }, 'unexpected-series'],
    ['a rate of zero', { tiers: [{ id: 1, vatRate: 0 }] }, [1000, 1, 0]],
  ])('with %s', (_case, form, expected) => {
    expect(summarize(form)).toEqual(expected);
    expect(findObstacle(givenForm(form)) !== null).toBe(
      ['startDate', 'currency'].some((field) => field in form) || (expected === 'unexpected-series' && 'place' in form),
    );
  });

  it.each([
    [5.5, 550],
    ['5.50', 550],
    [0.055, 550],
    [0.1, 1000],
    [20, 2000],
    [2.1, 210],
    [0.9, 90],
    [0, 0],
  ])('has its rate read from %p', (vatRate, taxRateBp) => {
    const result = toSeries(givenForm({ tiers: [{ id: 1, vatRate }] }), tally([givenItem()]));
    expect(toPerformance(result).taxRateBp).toBe(taxRateBp);
  });

  it.each([
    ['with an offset', '2026-01-02T20:30:00+01:00', '2026-01-02T19:30:00.000Z'],
    ['with seven decimals', '2026-07-02T20:30:00.0000000+02:00', '2026-07-02T18:30:00.000Z'],
    ['in UTC', '2026-07-02T18:30:00Z', '2026-07-02T18:30:00.000Z'],
    ['on the clocks of Paris', '2026-07-02T20:30:00', '2026-07-02T18:30:00.000Z'],
  ])('has its date read %s', (_case, startDate, startAt) => {
    expect(toPerformance(toSeries(givenForm({ startDate, endDate: null }), tally([])))).toMatchObject({
      startAt,
      endAt: null,
    });
  });

  it('has no end when it would end before it starts', () => {
    const form = givenForm({ endDate: '2026-07-02T08:00:00+02:00' });
    expect(toPerformance(toSeries(form, tally([]))).endAt).toBeNull();
  });

  it('keeps its title untouched, and says that there is none', () => {
    const toName = (title: string | null) => {
      const result = toSeries(givenForm({ title }), tally([]));
      return result.type === 'series' ? result.series.name : null;
    };
    expect([toName(' Ça ? « oui » <b>'), toName('  '), toName(null)]).toEqual([
      ' Ça ? « oui » <b>',
      'Sans titre (essai)',
      'Sans titre (essai)',
    ]);
  });

  it('takes the rates found elsewhere for the tiers that it hides', () => {
    const counted = tally([
      givenItem({ tierId: 9 }),
      givenItem({ id: 2, tierId: null, amount: 500 }),
      givenItem({ id: 3 }),
    ]);
    expect(listUnknownRates(givenForm(), counted)).toEqual(['9', null]);
    const rates = new Map<string | null, number>([
      ['9', 2000],
      [null, 550],
    ]);
    expect(toPerformance(toSeries(givenForm(), counted, rates))).toMatchObject({
      includingTaxesCents: 2500,
      // 1000 at 20 %, 1500 at 5.5 %: 833.33… + 1421.80…
      excludingTaxesCents: 2255,
      taxRateBp: null,
    });
  });

  it('names the states that nobody documented, three at most', () => {
    const states = ['Frozen', 'Frozen', 'Thawed', 'Boiled', 'Burnt'];
    const counted = tally(states.map((state, id) => givenItem({ id, state })));
    expect(warnOfUnknownStates(givenForm(), counted)).toEqual({
      code: 'unknown-ticket-status',
      detail:
        '«\u00a0Essai\u00a0»\u00a0: des billets dans un état inconnu (Frozen, Thawed, Boiled) n’ont pas été comptés.',
    });
    expect(warnOfUnknownStates(givenForm(), tally([givenItem()]))).toBeNull();
  });
});

describe('The count of a form', () => {
  const tickets = fc.array(
    fc.record({
      tier: fc.integer({ min: 0, max: legalRatesBp.length - 1 }),
      amount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000_000 })),
      state: fc.constantFrom('Processed', 'Registered', 'Refunded', 'Canceled', 'Waiting'),
    }),
    { maxLength: 60 },
  );

  it('agrees with integer arithmetic over one common denominator, whatever was sold, and survives a checkpoint', () => {
    const form = givenForm({ tiers: legalRatesBp.map((rateBp, id) => ({ id, vatRate: (rateBp / 100).toFixed(2) })) });
    fc.assert(
      fc.property(tickets, (sold) => {
        const items = sold.map(({ tier, amount, state }, id) => givenItem({ id, tierId: tier, amount, state }));
        const packed = JSON.stringify(packTally(tally(items)));
        const performance = toPerformance(toSeries(form, unpackTally(JSON.parse(packed))));
        const counted = sold.filter(({ state }) => state === 'Processed' || state === 'Registered');
        const paid = counted.filter(({ amount }) => amount > 0);
        const rates = new Set((paid.length > 0 ? paid : counted).map(({ tier }) => tier));
        const [rate] = rates;
        expect(performance).toEqual({
          id: 'essai',
          startAt: '2026-07-02T18:30:00.000Z',
          endAt: '2026-07-02T20:00:00.000Z',
          includingTaxesCents: paid.reduce((sum, { amount }) => sum + amount, 0),
          excludingTaxesCents: toExactExcludingTaxes(paid),
          taxRateBp: rates.size === 1 && rate !== undefined ? legalRatesBp[rate] : null,
          paidTickets: paid.length,
          freeTickets: counted.length - paid.length,
        });
      }),
    );
  });
});

/** Ticket by ticket over the product of all divisors, divided once, half up. */
function toExactExcludingTaxes(paid: readonly { readonly tier: number; readonly amount: number }[]): number {
  const divisors = legalRatesBp.map((rateBp) => BigInt(10_000 + rateBp));
  const common = divisors.reduce((product, divisor) => product * divisor, 1n);
  const numerator = paid.reduce((sum, { tier, amount }) => {
    return sum + (BigInt(amount) * 10_000n * common) / (divisors[tier] ?? 1n);
  }, 0n);
  return Number((2n * numerator + common) / (2n * common));
}
