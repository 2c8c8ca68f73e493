import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { SacdPerformanceAnswer } from './answer';
import { toSacdMessage } from './message';

/** A submission of before: what it declared, and what SACD said of each performance. */
export type PastSacdSubmission = {
  readonly declaration: NeutralDeclaration;
  readonly answers: readonly Pick<SacdPerformanceAnswer, 'performanceId' | 'status'>[];
};

const nothing = { excludingTaxesCents: 0, includingTaxesCents: 0 };

/**
 * A complete declaration without the performances that SACD has accepted and of which it would learn nothing new: after a
 * partial refusal, only what was refused or corrected is sent again, so that nothing is declared twice. Expenses are told once,
 * with the first performance: when that one is left out they are zero in what is sent again. `past` is in the order of sending.
 */
export function leaveOutAccepted(
  declaration: NeutralDeclaration,
  past: readonly PastSacdSubmission[],
): NeutralDeclaration {
  const accepted = new Map(past.flatMap(listAccepted));
  const contents = listContents(declaration);
  const isTold = (id: string) => accepted.has(id) && accepted.get(id) === contents.get(id);
  const performances = declaration.performances.filter(({ id }) => !isTold(id));
  const [first = ''] = contents.keys();
  const expenses = isTold(first) ? { total: nothing, approach: nothing, circus: nothing } : declaration.series.expenses;
  return { ...declaration, performances, series: { ...declaration.series, expenses } };
}

function listAccepted({ declaration, answers }: PastSacdSubmission): [string, string][] {
  const taken = new Set(answers.flatMap(({ performanceId, status }) => (status === 'refused' ? [] : [performanceId])));
  return [...listContents(declaration)].filter(([id]) => taken.has(id));
}

/** All that SACD learns from each performance, in the order sent; expenses belong to the first when there are some. */
function listContents(declaration: NeutralDeclaration): Map<string, string> {
  const { declarantId, organizer, producer, expenses, performances } = toSacdMessage(declaration);
  const hasExpenses = expenses.spentCents > 0 || expenses.approachCents > 0;
  return new Map(
    performances.map((performance, index) => [
      performance.id,
      JSON.stringify([declarantId, organizer, producer, performance, index === 0 && hasExpenses ? expenses : null]),
    ]),
  );
}
