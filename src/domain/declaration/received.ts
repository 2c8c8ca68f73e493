import type { Organism } from '../organism';
import { type SeriesDefaults, isSameVenue, toEffectiveValues } from './effective';
import type { NeutralDeclaration, NeutralPerformance } from './neutral';
import type { DeclarationState } from './status';

/** A submission of the past: what it declared, where it ended, what was answered of each performance. */
export type PastSubmission = {
  readonly declaration: NeutralDeclaration;
  readonly state: DeclarationState;
  readonly answers: readonly { readonly performanceId: string | null; readonly status: 'ok' | 'warning' | 'refused' }[];
};

/** Whether an organism has a submission for good. */
export function isReceived(state: DeclarationState): boolean {
  return state === 'sent' || state === 'accepted';
}

/**
 * What an organism holds after these submissions (in the order of sending), or null when it received nothing. A submission
 * replaces the one before, except at SACD: after a partial refusal only what was refused goes again, so that what it holds is
 * the sum of what it accepted. A corrective submission always says everything.
 */
export function toReceived(organism: Organism, past: readonly PastSubmission[]): NeutralDeclaration | null {
  let held: NeutralDeclaration | null = null;
  for (const submission of past) {
    const taken = listTaken(submission);
    if (taken.length > 0) held = lay(organism, held, submission.declaration, taken);
  }
  return held;
}

/** What a submission amounts to, told on top of those before it: the two are compared to say what it changed. */
export function toTold(
  organism: Organism,
  past: readonly PastSubmission[],
  declaration: NeutralDeclaration,
): NeutralDeclaration {
  return lay(organism, toReceived(organism, past), declaration, declaration.performances);
}

function listTaken({ declaration, state, answers }: PastSubmission): readonly NeutralPerformance[] {
  const refused = new Set(answers.flatMap(({ performanceId, status }) => (status === 'refused' ? performanceId : [])));
  const answered = new Set(answers.map(({ performanceId }) => performanceId));
  if (isReceived(state)) return declaration.performances.filter(({ id }) => !refused.has(id));
  return declaration.performances.filter(({ id }) => answered.has(id) && !refused.has(id));
}

function lay(
  organism: Organism,
  held: NeutralDeclaration | null,
  declaration: NeutralDeclaration,
  performances: readonly NeutralPerformance[],
): NeutralDeclaration {
  if (held === null || organism !== 'SACD' || declaration.corrects) {
    return { ...declaration, performances: [...performances] };
  }
  const replaced = new Set(performances.map(({ id }) => id));
  const kept = held.performances.filter(({ id }) => !replaced.has(id));
  const { series } = declaration;
  return {
    ...declaration,
    performances: [...kept.map((performance) => restate(performance, held.series, series)), ...performances],
    // Expenses are told once: with everything left out but a few performances, they are zero.
    series: hasExpenses(series) ? series : { ...series, expenses: held.series.expenses },
  };
}

/** The same performance told under the defaults of another declaration: what it said itself or by default, it still says. */
function restate(performance: NeutralPerformance, from: SeriesDefaults, to: SeriesDefaults): NeutralPerformance {
  const { venue, capacity, audience, taxRateBp } = toEffectiveValues(from, performance.overrides);
  return {
    ...performance,
    overrides: {
      ...(venue && !isSameVenue(venue, to.venue) && { venue }),
      ...(capacity !== null && capacity !== to.capacity && { capacity }),
      ...(audience !== to.audience && { audience }),
      ...(taxRateBp !== to.taxRateBp && { taxRateBp }),
    },
  };
}

function hasExpenses({ expenses }: NeutralDeclaration['series']): boolean {
  return [expenses.total, expenses.approach, expenses.circus].some(
    (pair) => pair !== null && pair.includingTaxesCents > 0,
  );
}
