import { type EncodedStatement } from './encode';

const goods = [
  ['giftcard', 'Carte cadeau', 50],
  ['subscribe', 'Abonnement quatre spectacles', 64],
  ['additionalProduct', 'Affiche de la saison', 12.5],
] as const;

/** What a box office sells beside its shows: statements like the others, told apart by their type alone. */
export function encodeGoods(reference: Date): readonly EncodedStatement[] {
  const start = Math.floor(reference.getTime() / 1000) - 5 * 86_400;
  return goods.map(([type, title, amount], index) => ({
    session: {
      id: 9_000_001 + index,
      start_date: start,
      end_date: 0,
      time_zone: 'Europe/Paris',
      entity_type: type,
      edito: { title },
      settings: { duration: null, tax: { id: 2, title: 'TVA 20 %', rate: 0.2 }, pass: { is_pass: false } },
    },
    internals_prices: [{ amount, quantity: 7, revenue: amount * 7, title }],
    externals_prices: [],
    prices: [],
    revenue: amount * 7,
    tax_amount: 0,
    sold: 7,
    gauge: 0,
    closing_date: 0,
  }));
}
