import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { deduceRates, toTierRate } from './deduce-rates';
import { orderSchema, type HelloassoOrder } from './schema';
import { legalRatesBp, toExcludingTaxes } from '@/domain/tax';

const { data: recorded } = z
  .object({ data: z.array(orderSchema) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'orders.json'), 'utf8')));

function givenOrder(changes: Record<string, unknown> = {}): HelloassoOrder {
  return orderSchema.parse({
    id: 1,
    items: [{ tierId: 7, type: 'Registration', amount: 1500 }],
    amount: { total: 1500, vat: 78 },
    ...changes,
  });
}

describe('The rate of a tier that its form does not show', () => {
  it('is found in the recorded orders that hold that tier alone', () => {
    expect(recorded.map(toTierRate)).toEqual([
      null,
      null,
      null,
      { tierId: '7101', rateBp: 550 },
      null,
      { tierId: '7105', rateBp: 2000 },
    ]);
  });

  it.each([...legalRatesBp])('is found exactly at %i basis points', (rateBp) => {
    const vat = 1500 - toExcludingTaxes(1500, rateBp);
    expect(toTierRate(givenOrder({ amount: { total: 1500, vat } }))).toEqual({ tierId: '7', rateBp });
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ['no item', { items: [] }],
    ['no amount', { amount: null }],
    ['nothing paid', { items: [{ tierId: 7, type: 'Registration', amount: 0 }], amount: { total: 0, vat: 0 } }],
    ['a tax that is no number', { amount: { total: 1500, vat: 'rien' } }],
    ['a foreign tax', { amount: { total: 1500, vat: 107 } }],
    ['more than the tickets', { amount: { total: 1800, vat: 94 } }],
    [
      'an amount so small that several rates fit',
      { items: [{ tierId: 7, type: 'Registration', amount: 4 }], amount: { total: 4, vat: 0 } },
    ],
  ])('is not guessed from an order with %s', (_case, changes) => {
    expect(toTierRate(givenOrder(changes))).toBeNull();
  });

  it('is looked for no further than needed, page after page', async () => {
    const pages = [
      [givenOrder({ id: 1, amount: null })],
      [givenOrder({ id: 2 })],
      [
        givenOrder({
          id: 3,
          items: [{ tierId: 8, type: 'Registration', amount: 1500 }],
          amount: { total: 1500, vat: 250 },
        }),
      ],
    ];
    const asked: (string | null)[] = [];
    const read = (token: string | null) => {
      asked.push(token);
      const index = Number(token ?? 0);
      const left = pages.length - index;
      const pagination = { totalCount: left, totalPages: left, continuationToken: String(index + 1) };
      return Promise.resolve({ rows: pages[index] ?? [], pagination });
    };
    expect(await deduceRates(['7'], read)).toEqual(new Map([['7', 550]]));
    expect(asked).toEqual([null, '1']);
    expect(await deduceRates(['7', '8', '9'], read)).toEqual(
      new Map([
        ['7', 550],
        ['8', 2000],
      ]),
    );
    expect(asked).toEqual([null, '1', null, '1', '2']);
  });
});
