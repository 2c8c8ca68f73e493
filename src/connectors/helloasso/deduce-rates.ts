import { readPages } from './pages';
import type { HelloassoOrder, HelloassoPage } from './schema';
import { legalRatesBp, toExcludingTaxes } from '@/domain/tax';

/** Rates in basis points by tier; null is the tier of tickets that name none. */
export type TierRates = ReadonlyMap<string | null, number>;

/**
 * Rates that the form does not tell (a tier deleted or hidden, or without rate), worked out from orders that hold nothing but tickets
 * of one such tier. Reads pages until each is found; those missing from the answer cannot be known.
 */
export async function deduceRates(
  tierIds: readonly (string | null)[],
  read: (token: string | null) => Promise<HelloassoPage<HelloassoOrder>>,
): Promise<TierRates> {
  const rates = new Map<string | null, number>();
  const wanted = new Set(tierIds);
  for await (const { rows } of readPages(read)) {
    for (const order of rows) {
      const found = toTierRate(order);
      if (found && wanted.delete(found.tierId)) rates.set(found.tierId, found.rateBp);
    }
    if (wanted.size === 0) break;
  }
  return rates;
}

/** Null for an order that says nothing sure: mixed tiers, other things than tickets, options in its total, no tax told. */
export function toTierRate({
  items,
  amount,
}: HelloassoOrder): { readonly tierId: string | null; readonly rateBp: number } | null {
  const [first] = items;
  const total = toCents(amount?.total);
  const vat = toCents(amount?.vat);
  if (!first || total === null || total === 0 || vat === null) return null;
  if (items.some(({ type, tierId }) => type !== 'Registration' || tierId !== first.tierId)) return null;
  const paid = items.reduce((sum, item) => sum + (toCents(item.amount) ?? Number.NaN), 0);
  if (paid !== total) return null;
  const rateBp = toNearestRate(total, vat, items.length);
  return rateBp === null ? null : { tierId: first.tierId, rateBp };
}

/** The legal rate whose tax is nearest to what was told. Each ticket may have been rounded by itself: a cent each at most. */
function toNearestRate(total: number, vat: number, tickets: number): number | null {
  const gaps = legalRatesBp.map((rateBp) => ({ rateBp, gap: Math.abs(total - toExcludingTaxes(total, rateBp) - vat) }));
  const [nearest, second] = gaps.sort((a, b) => a.gap - b.gap);
  if (!nearest || !second || nearest.gap > tickets || nearest.gap === second.gap) return null;
  return nearest.rateBp;
}

function toCents(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  const cents = Number(value);
  return Number.isInteger(cents) && cents >= 0 ? cents : null;
}
