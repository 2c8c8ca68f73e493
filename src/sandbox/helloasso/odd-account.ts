import { type ShowSpec } from '../season/demo-shows';
import { type Encoded } from './encoded';
import { toState, type SoldItem } from './sales';

/**
 * Forms of an account where things go wrong one by one. The first ones are sound but strangely written or sold; each of the others
 * has one defect, named by its title. Only what HelloAsso sends is distorted: the season behind stays sound.
 */
const titles = [
  'Sain, mais écrit bizarrement',
  'Dons, adhésions et boissons mêlés aux billets',
  'Prix libre',
  'Tarif retiré, taux retrouvé',
  'Taux absent, retrouvé',
  'État inconnu',
  'Montant absurde',
  'Montant négatif',
  'Sans date',
  'Tarif supprimé',
  'TVA étrangère',
  'Monnaie étrangère',
  'Joué hors de France',
  // Nothing tells the title of a form that is gone: only its slug is left, which begins with this.
  'formulaire-disparu',
] as const;

export const oddShows: readonly ShowSpec[] = titles.map((title, index) => ({
  title,
  place: 'Salle des Curiosités',
  taxRateBp: 550,
  sessions: title === 'Sans date' ? null : [[-25 - index, '20:30', 90]],
  tariffs: [
    ['Plein tarif', 1500, null, null, 70],
    ['Réduit', 899, null, null, 20],
    ['Exonéré', 0, null, null, 10],
  ],
  sales: [30, 40],
}));

export function showsInvisibleForm(title: string): boolean {
  return title === 'formulaire-disparu';
}

export function distortForm(title: string, form: Encoded): Encoded {
  return formDistortions[title]?.(form) ?? form;
}

const formDistortions: Readonly<Record<string, (form: Encoded) => Encoded>> = {
  'Sain, mais écrit bizarrement': (form) => ({
    ...form,
    startDate: new Date(String(form.startDate)).toISOString().replace('.000Z', 'Z'),
    endDate: null,
    place: null,
    tiers: [
      ...toTiers(form).map((tier, index) => ({
        ...tier,
        id: String(tier.id),
        vatRate: ['5.50', 0.055, null][index],
        meta: null,
      })),
      ...toTiers(form).slice(1, 2),
    ],
    nouveauChamp: { profond: [1, 2, 3] },
  }),
  'Prix libre': (form) => ({
    ...form,
    tiers: toTiers(form).map((tier, index) => ({ ...tier, price: index === 0 ? null : 0, minAmount: 100 })),
  }),
  'Tarif retiré, taux retrouvé': (form) => ({ ...form, tiers: toTiers(form).slice(1) }),
  'Taux absent, retrouvé': (form) => ({ ...form, tiers: toTiers(form).map((tier) => ({ ...tier, vatRate: null })) }),
  'Sans date': (form) => ({ ...form, startDate: null, endDate: null }),
  'Tarif supprimé': (form) => ({ ...form, tiers: toTiers(form).slice(1) }),
  'TVA étrangère': (form) => ({ ...form, tiers: toTiers(form).map((tier) => ({ ...tier, vatRate: 7.7 })) }),
  'Monnaie étrangère': (form) => ({ ...form, currency: 'CHF' }),
  'Joué hors de France': (form) => ({ ...form, place: { name: 'Salle du Lac', city: 'Genève', country: 'CHE' } }),
};

export function distortItem(item: SoldItem, encoded: Encoded): Encoded {
  switch (item.show.title) {
    case 'Sain, mais écrit bizarrement':
      return {
        ...encoded,
        id: String(encoded.id),
        amount: String(encoded.amount),
        payments: null,
        nouveau: { a: [null] },
      };
    case 'État inconnu':
      return toState(item) === 'Refunded' || toState(item) === 'Canceled' ? { ...encoded, state: 'Frozen' } : encoded;
    case 'Montant absurde':
      return isFirstPaid(item) ? { ...encoded, amount: 99_999_999_999_999 } : encoded;
    case 'Montant négatif':
      return isFirstPaid(item) ? { ...encoded, amount: -1500 } : encoded;
    case 'Tarif retiré, taux retrouvé':
      return Number(encoded.id) % 2 === 0 && isOfFirstTier(item) ? { ...encoded, tierId: null } : encoded;
    default:
      return encoded;
  }
}

/** The orders of the one show whose rate must not be found say nothing of their taxes. */
export function distortOrder(items: readonly SoldItem[], encoded: Encoded): Encoded {
  const title = items[0]?.show.title;
  if (title === 'Tarif supprimé') return { ...encoded, amount: { ...toObject(encoded.amount), vat: null } };
  if (title !== 'Tarif retiré, taux retrouvé') return encoded;
  const lines = Array.isArray(encoded.items) ? encoded.items.map(toObject) : [];
  return { ...encoded, items: lines.map((line, index) => (items[index] ? distortItem(items[index], line) : line)) };
}

function isFirstPaid(item: SoldItem): boolean {
  const { show, ticket, type } = item;
  const first = show.tickets.find(({ priceCents, isPaid, isRefunded }) => priceCents > 0 && isPaid && !isRefunded);
  return type === 'Registration' && ticket === first;
}

function isOfFirstTier({ show, ticket, type }: SoldItem): boolean {
  return type === 'Registration' && ticket.tariffId === show.tariffs[0]?.id;
}

function toTiers(form: Encoded): Encoded[] {
  return Array.isArray(form.tiers) ? form.tiers.map(toObject) : [];
}

function toObject(value: unknown): Encoded {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
