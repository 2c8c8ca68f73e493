import type { Audience, Genre } from '../genre';
import type { Organism } from '../organism';
import { compareByStart } from '../ticketing/model';
import { expenseKinds, otherRevenueKinds, type ExpenseKind, type OtherRevenueKind } from './bounds';
import { type EffectivePerformance, listEffectivePerformances, type SeriesDefaults } from './effective';
import type { Address, AmountPair, NeutralDeclaration, Producer, Venue } from './neutral';

/** A value of a declaration, with what is needed to write it: cents, basis points, UTC instants. */
export type ChangedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'cents'; readonly cents: number }
  | { readonly kind: 'pair'; readonly pair: AmountPair }
  | { readonly kind: 'rate'; readonly rateBp: number }
  | { readonly kind: 'instant'; readonly at: string }
  | { readonly kind: 'genre'; readonly genre: Genre }
  | { readonly kind: 'audience'; readonly audience: Audience }
  | { readonly kind: 'venue'; readonly venue: Venue }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'producer'; readonly producer: Producer };

/** What may differ, named for the screens. */
export type ChangedField =
  | 'organization.name'
  | 'organization.headquarters'
  | 'organization.sacemId'
  | 'organization.sacdId'
  | 'series.name'
  | 'series.producer'
  | 'series.genre'
  | keyof SeriesDefaults
  | `expenses.${ExpenseKind}`
  | `otherRevenue.${OtherRevenueKind}`
  | 'startAt'
  | 'excludingTaxes'
  | 'includingTaxes'
  | 'paidTickets'
  | 'freeTickets';

/** One field, before and after; null where nothing was or is said. */
export type Change = {
  readonly field: ChangedField;
  readonly before: ChangedValue | null;
  readonly after: ChangedValue | null;
};

export type PerformanceDifference = {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly id: string;
  /** As it was; as it is for one that was added. */
  readonly startAt: string;
  /** Of one that was added or removed: what it declares, or declared. */
  readonly changes: readonly Change[];
};

export type DeclarationDifferences = {
  readonly series: readonly Change[];
  /** In order of start. */
  readonly performances: readonly PerformanceDifference[];
};

/** Whether nothing differs. */
export function isSameDeclaration({ series, performances }: DeclarationDifferences): boolean {
  return series.length === 0 && performances.length === 0;
}

/**
 * What differs between two declarations of one show, as far as an organism is told of it: who declares, the show, and each
 * performance. A default that changed is said once, not again for every performance that follows it.
 */
export function listDifferences(
  organism: Organism,
  before: NeutralDeclaration,
  after: NeutralDeclaration,
): DeclarationDifferences {
  const olds = new Map(listEffectivePerformances(before).map((performance) => [performance.id, performance]));
  const news = new Map(listEffectivePerformances(after).map((performance) => [performance.id, performance]));
  const performances: PerformanceDifference[] = [];
  for (const [id, old] of olds) {
    const now = news.get(id);
    const changes = now
      ? compare(toPerformanceValues(organism, old), toPerformanceValues(organism, now)).filter(
          ({ field }) => !isInherited(field, [before.series, old], [after.series, now]),
        )
      : compare(toFigures(old), new Map());
    if (!now || changes.length > 0) {
      performances.push({ kind: now ? 'changed' : 'removed', id, startAt: old.startAt, changes });
    }
  }
  for (const [id, now] of news) {
    if (olds.has(id)) continue;
    performances.push({ kind: 'added', id, startAt: now.startAt, changes: compare(new Map(), toFigures(now)) });
  }
  return {
    series: compare(toSeriesValues(organism, before), toSeriesValues(organism, after)),
    performances: performances.sort(compareByStart),
  };
}

type Values = ReadonlyMap<ChangedField, ChangedValue | null>;

function compare(before: Values, after: Values): Change[] {
  const fields = new Set([...before.keys(), ...after.keys()]);
  return [...fields].flatMap((field) => {
    const change = { field, before: before.get(field) ?? null, after: after.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

/** A default followed before and after: its change is the show's. */
function isInherited(
  field: ChangedField,
  [seriesBefore, before]: [SeriesDefaults, EffectivePerformance],
  [seriesAfter, after]: [SeriesDefaults, EffectivePerformance],
): boolean {
  const isDefault = (series: SeriesDefaults, performance: SeriesDefaults) =>
    JSON.stringify(toDefaults(series).get(field)) === JSON.stringify(toDefaults(performance).get(field));
  return toDefaults(before).has(field) && isDefault(seriesBefore, before) && isDefault(seriesAfter, after);
}

function toSeriesValues(organism: Organism, { organization, series }: NeutralDeclaration): Values {
  return new Map<ChangedField, ChangedValue | null>([
    ['organization.name', toText(organization.name)],
    ['organization.headquarters', organization.headquarters && toAddress(organization.headquarters)],
    ...(organism === 'SACD' ? [] : [['organization.sacemId', toText(organization.sacemId)] as const]),
    ...(organism === 'SACEM' ? [] : [['organization.sacdId', toText(organization.sacdId)] as const]),
    ['series.name', toText(series.name)],
    ['series.producer', series.producer && toProducer(series.producer)],
    ['series.genre', series.genre && { kind: 'genre', genre: series.genre }],
    ...toDefaults(series),
    ...expenseKinds
      // The statement of SACEM has no line for them.
      .filter((kind) => organism !== 'SACEM' || kind !== 'circus')
      .map((kind) => [`expenses.${kind}`, toPair(series.expenses[kind])] as const),
  ]);
}

function toPerformanceValues(organism: Organism, performance: EffectivePerformance): Values {
  return new Map<ChangedField, ChangedValue | null>([
    ['startAt', { kind: 'instant', at: performance.startAt }],
    ...toFigures(performance),
    // SACD is told of the ticketing only.
    ...otherRevenueKinds
      .filter(() => organism !== 'SACD')
      .map((kind) => [`otherRevenue.${kind}`, toPair(performance.otherRevenue[kind])] as const),
    ...toDefaults(performance),
  ]);
}

function toFigures({ ticketing }: EffectivePerformance): Values {
  return new Map<ChangedField, ChangedValue | null>([
    ['paidTickets', { kind: 'count', count: ticketing.paidTickets }],
    ['freeTickets', { kind: 'count', count: ticketing.freeTickets }],
    ['excludingTaxes', { kind: 'cents', cents: ticketing.excludingTaxesCents }],
    ['includingTaxes', { kind: 'cents', cents: ticketing.includingTaxesCents }],
  ]);
}

function toDefaults({ venue, capacity, audience, taxRateBp }: SeriesDefaults): Values {
  return new Map<ChangedField, ChangedValue | null>([
    ['venue', venue && { kind: 'venue', venue: { name: venue.name, address: toAddress(venue.address).address } }],
    ['capacity', capacity === null ? null : { kind: 'count', count: capacity }],
    ['audience', { kind: 'audience', audience }],
    ['taxRateBp', taxRateBp === null ? null : { kind: 'rate', rateBp: taxRateBp }],
  ]);
}

function toText(text: string | null): ChangedValue | null {
  return text === null ? null : { kind: 'text', text };
}

/** Fields in one order, so that two addresses compare as text. */
function toAddress({ street, postalCode, city, countryCode }: Address) {
  return { kind: 'address', address: { street, postalCode, city, countryCode } } as const;
}

function toProducer({ name, siren }: Producer): ChangedValue {
  return { kind: 'producer', producer: { name, siren } };
}

function toPair(pair: AmountPair | null): ChangedValue | null {
  if (pair === null) return null;
  const { excludingTaxesCents, includingTaxesCents } = pair;
  return { kind: 'pair', pair: { excludingTaxesCents, includingTaxesCents } };
}
