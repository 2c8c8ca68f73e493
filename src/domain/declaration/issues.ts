import type { Organism } from '../organism';
import { rateFits } from '../tax';
import { type EffectivePerformance, listEffectivePerformances } from './effective';
import type { DeclarationField, DeclarationIssue, DeclarationIssueCode } from './issue';
import { type ExpenseKind, otherRevenueKinds } from './bounds';
import type { AmountPair, NeutralDeclaration } from './neutral';

/** An issue before an organism signs it. */
export type Finding = Omit<DeclarationIssue, 'organism'>;

type PairCode = Extract<DeclarationIssueCode, 'amount-one-zero' | 'including-below-excluding'>;

/** What is wrong with a pair: one zero and not the other, or TTC below HT. Null when it is consistent; zero twice is. */
export function findPairFault(pair: AmountPair): PairCode | null {
  if ((pair.excludingTaxesCents === 0) !== (pair.includingTaxesCents === 0)) return 'amount-one-zero';
  return pair.includingTaxesCents < pair.excludingTaxesCents ? 'including-below-excluding' : null;
}

/** Whether parts (approach, circus) exceed their total, HT or TTC. Equality is valid; cents make it exact. */
export function doPartsExceed(total: AmountPair, parts: readonly AmountPair[]): boolean {
  const exceeds = (key: keyof AmountPair) => parts.reduce((sum, part) => sum + part[key], 0) > total[key];
  return exceeds('excludingTaxesCents') || exceeds('includingTaxesCents');
}

const expenseFields = {
  total: 'series.expenses.total',
  approach: 'series.expenses.approach',
  circus: 'series.expenses.circus',
} as const satisfies Record<ExpenseKind, DeclarationField>;

/**
 * Expenses an organism asks for, the total first: each present and consistent, and the parts within the total.
 * The issue of the parts stands on the total, which is what must grow or be retyped.
 */
export function checkExpenses(declaration: NeutralDeclaration, parts: readonly ('approach' | 'circus')[]): Finding[] {
  const { expenses } = declaration.series;
  const findings: Finding[] = [];
  for (const kind of ['total', ...parts] as const) {
    const pair = expenses[kind];
    const field = expenseFields[kind];
    if (pair === null) findings.push({ severity: 'missing', code: 'required', field });
    else findings.push(...toFaults(pair, field));
  }
  const known = parts.flatMap((kind) => expenses[kind] ?? []);
  if (expenses.total && doPartsExceed(expenses.total, known)) {
    findings.push({ severity: 'wrong', code: 'parts-exceed-total', field: expenseFields.total });
  }
  return findings;
}

/** `wrong` finding of a pair, or none. */
function toFaults(pair: AmountPair, field: DeclarationField, performanceId?: string): Finding[] {
  const code = findPairFault(pair);
  if (!code) return [];
  return [{ severity: 'wrong', code, field, ...(performanceId !== undefined && { performanceId }) }];
}

export type PerformanceRules = {
  /** Whether bar, catering, programmes and other revenue are declared to this organism. */
  readonly otherRevenue: boolean;
  /** `wrong` where only what was played may be declared, else `warning`. */
  readonly future: 'wrong' | 'warning';
};

/** Everything to say of the performances, by order of start. `now` decides what is still to come. */
export function checkPerformances(declaration: NeutralDeclaration, rules: PerformanceRules, now: Date): Finding[] {
  if (declaration.performances.length === 0)
    return [{ severity: 'missing', code: 'no-performance', field: 'performances' }];
  return listEffectivePerformances(declaration).flatMap((performance) => [
    ...checkDates(performance, rules, now),
    ...toFaults(performance.ticketing, 'performances.ticketing', performance.id),
    ...(rules.otherRevenue ? checkOtherRevenue(performance) : []),
    ...checkTickets(performance),
    ...checkVenue(performance),
  ]);
}

function checkDates(performance: EffectivePerformance, rules: PerformanceRules, now: Date): Finding[] {
  const { id, startAt, endAt } = performance;
  const field = 'performances.dates';
  const findings: Finding[] = [];
  if (endAt !== null && Date.parse(endAt) < Date.parse(startAt)) {
    findings.push({ severity: 'wrong', code: 'end-before-start', field, performanceId: id });
  }
  if (Date.parse(startAt) > now.getTime()) {
    findings.push({ severity: rules.future, code: 'performance-in-future', field, performanceId: id });
  }
  return findings;
}

function checkOtherRevenue(performance: EffectivePerformance): Finding[] {
  return otherRevenueKinds.flatMap((kind) =>
    toFaults(performance.otherRevenue[kind], `performances.otherRevenue.${kind}`, performance.id),
  );
}

/** Warnings: unusual figures that a person may well mean. */
function checkTickets({ id, ticketing, capacity, taxRateBp }: EffectivePerformance): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: DeclarationIssueCode, field: DeclarationField) =>
    findings.push({ severity: 'warning', code, field, performanceId: id });
  const { paidTickets, freeTickets, includingTaxesCents } = ticketing;
  if (taxRateBp !== null && findPairFault(ticketing) === null && !rateFits(ticketing, taxRateBp)) {
    warn('rate-does-not-fit', 'performances.ticketing');
  }
  if (capacity !== null && paidTickets + freeTickets > capacity)
    warn('more-tickets-than-capacity', 'performances.tickets');
  if (includingTaxesCents > 0 && paidTickets === 0) warn('revenue-without-paid-ticket', 'performances.tickets');
  if (includingTaxesCents === 0 && paidTickets > 0) warn('paid-ticket-without-revenue', 'performances.tickets');
  return findings;
}

/** ISO codes of France as directories write them: mainland, Monaco (declared with it), overseas. */
const frenchCountryCodes = new Set(['FR', 'MC', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']);

function checkVenue({ id, venue }: EffectivePerformance): Finding[] {
  if (venue === null || frenchCountryCodes.has(venue.address.countryCode)) return [];
  return [{ severity: 'warning', code: 'venue-abroad', field: 'performances.venue', performanceId: id }];
}

/** Fields of a series that most organisms need: genre, venue (its own, or one of a performance), capacity. */
export function checkSeries(
  declaration: NeutralDeclaration,
  needed: readonly ('genre' | 'venue' | 'capacity')[] = ['genre', 'venue', 'capacity'],
): Finding[] {
  const { genre, venue, capacity } = declaration.series;
  const performances = listEffectivePerformances(declaration);
  const lacks = (key: 'venue' | 'capacity') => performances.some((performance) => performance[key] === null);
  const required = (field: DeclarationField): Finding => ({ severity: 'missing', code: 'required', field });
  return [
    ...(needed.includes('genre') && genre === null ? [required('series.genre')] : []),
    ...(needed.includes('venue') && venue === null && (performances.length === 0 || lacks('venue'))
      ? [required('series.venue')]
      : []),
    ...(needed.includes('capacity') && capacity === null && (performances.length === 0 || lacks('capacity'))
      ? [required('series.capacity')]
      : []),
  ];
}

/** Signs findings and orders them: what blocks first, each group in the order it was found. */
export function toIssues(organism: Organism, findings: readonly Finding[]): readonly DeclarationIssue[] {
  const blocking = findings.filter(isBlocking);
  const warnings = findings.filter((finding) => !isBlocking(finding));
  return [...blocking, ...warnings].map((finding) => ({ organism, ...finding }));
}

/** Whether an issue keeps the declaration from being transmitted. */
export function isBlocking(issue: Pick<DeclarationIssue, 'severity'>): boolean {
  return issue.severity !== 'warning';
}
