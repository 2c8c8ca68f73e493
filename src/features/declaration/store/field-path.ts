import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import { type ExpenseKind, expenseKinds, type OtherRevenueKind, otherRevenueKinds } from '@/domain/declaration/bounds';
import type { AmountPair, Producer, Venue } from '@/domain/declaration/neutral';
import type { Audience, Genre } from '@/domain/genre';

/**
 * Every value that a person can change on the page of a show, by path. A path is the smallest thing that is saved, undone,
 * compared with somebody else's version and restored after a reload; it follows the shape of DraftPatch.
 */
export type FieldValues = {
  'organization.sacemId': string | null;
  'organization.sacdId': string | null;
  'organization.isSubsidised': boolean | null;
  'series.genre': Genre | null;
  'series.audience': Audience;
  'series.producer': Producer | null;
  'series.venue': Venue | null;
  'series.capacity': number | null;
  'series.taxRateBp': number | null;
  'series.salePrice': AmountPair | null;
  'series.hasPrivateContract': boolean | null;
  'series.schoolSessionsExempt': boolean | null;
  'series.artists': string | null;
  'series.author': string | null;
  'series.director': string | null;
  'series.expenses.total': AmountPair | null;
  'series.expenses.approach': AmountPair | null;
  'series.expenses.circus': AmountPair | null;
  [amounts: `performances.${string}.corrected.amounts`]: AmountPair | null;
  [rate: `performances.${string}.corrected.taxRateBp`]: number | null;
  [paid: `performances.${string}.corrected.paidTickets`]: number | null;
  [free: `performances.${string}.corrected.freeTickets`]: number | null;
  [revenue: `performances.${string}.otherRevenue.${OtherRevenueKind}`]: AmountPair;
  [venue: `performances.${string}.overrides.venue`]: Venue | null;
  [capacity: `performances.${string}.overrides.capacity`]: number | null;
  [audience: `performances.${string}.overrides.audience`]: Audience | null;
  [rate: `performances.${string}.overrides.taxRateBp`]: number | null;
  [kept: `performances.${string}.absence.kept`]: boolean | null;
};
export type FieldPath = Extract<keyof FieldValues, string>;
export type FieldValue = FieldValues[FieldPath];

const organizationKeys = ['sacemId', 'sacdId', 'isSubsidised'] as const;
const answerKeys = [
  'salePrice',
  'hasPrivateContract',
  'schoolSessionsExempt',
  'artists',
  'author',
  'director',
] as const;
const seriesKeys = ['genre', 'audience', 'producer', 'venue', 'capacity', 'taxRateBp', ...answerKeys] as const;
const correctedKeys = ['amounts', 'taxRateBp', 'paidTickets', 'freeTickets'] as const;
const overrideKeys = ['venue', 'capacity', 'audience', 'taxRateBp'] as const;
const absenceKeys = ['kept'] as const;
export type OverrideKey = (typeof overrideKeys)[number];

export type FieldTarget =
  | { readonly room: 'organization'; readonly key: (typeof organizationKeys)[number] }
  | { readonly room: 'series'; readonly key: (typeof seriesKeys)[number] }
  | { readonly room: 'expenses'; readonly key: ExpenseKind }
  | { readonly room: 'corrected'; readonly id: string; readonly key: (typeof correctedKeys)[number] }
  | { readonly room: 'otherRevenue'; readonly id: string; readonly key: OtherRevenueKind }
  | { readonly room: 'overrides'; readonly id: string; readonly key: OverrideKey }
  | { readonly room: 'absence'; readonly id: string; readonly key: (typeof absenceKeys)[number] };

function pick<K extends string>(keys: readonly K[], text: string | undefined): K | null {
  return keys.find((key) => key === text) ?? null;
}

/** What a path points at. A path that is none of ours (an old kept edit) throws a RangeError. */
export function toTarget(path: string): FieldTarget {
  const [root, first = '', second, third] = path.split('.');
  if (root === 'organization') {
    const key = pick(organizationKeys, first);
    if (key) return { room: 'organization', key };
  }
  if (root === 'series' && first === 'expenses') {
    const key = pick(expenseKinds, second);
    if (key) return { room: 'expenses', key };
  }
  if (root === 'series') {
    const key = pick(seriesKeys, first);
    if (key) return { room: 'series', key };
  }
  if (root === 'performances' && first !== '') {
    const corrected = second === 'corrected' ? pick(correctedKeys, third) : null;
    if (corrected) return { room: 'corrected', id: first, key: corrected };
    const revenue = second === 'otherRevenue' ? pick(otherRevenueKinds, third) : null;
    if (revenue) return { room: 'otherRevenue', id: first, key: revenue };
    const override = second === 'overrides' ? pick(overrideKeys, third) : null;
    if (override) return { room: 'overrides', id: first, key: override };
    const absence = second === 'absence' ? pick(absenceKeys, third) : null;
    if (absence) return { room: 'absence', id: first, key: absence };
  }
  throw new RangeError(`unknown field ${path}`);
}

const positions = new WeakMap<readonly DraftPerformance[], ReadonlyMap<string, number>>();

function findPosition(draft: Draft, id: string): number {
  let known = positions.get(draft.performances);
  if (!known) {
    known = new Map(draft.performances.map((performance, position) => [performance.id, position]));
    positions.set(draft.performances, known);
  }
  return known.get(id) ?? -1;
}

/** A performance of the draft, or undefined when it has left it. */
export function findPerformance(draft: Draft, id: string): DraftPerformance | undefined {
  return draft.performances[findPosition(draft, id)];
}

/** Whether the draft has this field: false for a performance that has left it. */
export function hasField(draft: Draft, path: FieldPath): boolean {
  const target = toTarget(path);
  return !('id' in target) || findPosition(draft, target.id) >= 0;
}

/** Value of a field. The field exists (see `hasField`), a RangeError says otherwise. */
export function readField<P extends FieldPath>(draft: Draft, path: P): FieldValues[P] {
  return read(draft, toTarget(path)) as FieldValues[P];
}

function read(draft: Draft, target: FieldTarget): FieldValue {
  if (target.room === 'organization') return draft.organization[target.key];
  if (target.room === 'series') return draft.series[target.key];
  if (target.room === 'expenses') return draft.series.expenses[target.key];
  const performance = findPerformance(draft, target.id);
  if (!performance) throw new RangeError(`no performance ${target.id}`);
  if (target.room === 'corrected') return performance.corrected[target.key];
  if (target.room === 'otherRevenue') return performance.otherRevenue[target.key];
  if (target.room === 'absence') return performance.absence[target.key];
  return performance.overrides[target.key];
}

/** The draft with one value changed; everything else is the same object. */
export function writeField<P extends FieldPath>(draft: Draft, path: P, value: FieldValues[P]): Draft {
  const target = toTarget(path);
  if (target.room === 'organization') return { ...draft, organization: { ...draft.organization, [target.key]: value } };
  if (target.room === 'series') return { ...draft, series: { ...draft.series, [target.key]: value } };
  if (target.room === 'expenses') {
    const expenses = { ...draft.series.expenses, [target.key]: value };
    return { ...draft, series: { ...draft.series, expenses } };
  }
  const position = findPosition(draft, target.id);
  const current = draft.performances[position];
  if (!current) throw new RangeError(`no performance ${target.id}`);
  const performances = draft.performances.slice();
  performances[position] = { ...current, [target.room]: { ...current[target.room], [target.key]: value } };
  return { ...draft, performances };
}

/** Every field of a draft, in the order of the page. */
export function listFieldPaths(draft: Draft): FieldPath[] {
  return [
    ...organizationKeys.map((key) => `organization.${key}` as const),
    ...seriesKeys.map((key) => `series.${key}` as const),
    ...expenseKinds.map((key) => `series.expenses.${key}` as const),
    ...draft.performances.flatMap(({ id }): FieldPath[] => [
      ...correctedKeys.map((key) => `performances.${id}.corrected.${key}` as const),
      ...otherRevenueKinds.map((key) => `performances.${id}.otherRevenue.${key}` as const),
      ...overrideKeys.map((key) => `performances.${id}.overrides.${key}` as const),
      ...absenceKeys.map((key) => `performances.${id}.absence.${key}` as const),
    ]),
  ];
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSameValue(left[key], right[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
