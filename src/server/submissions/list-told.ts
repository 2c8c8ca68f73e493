import 'server-only';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { sendingStepKinds } from './get-submission.schema';

/** The last statement that an address took: which submission it was, and its performances alone. */
export type Told = { readonly number: number; readonly submittedAt: Date; readonly declaration: NeutralDeclaration };

/**
 * Address → the last statement of a declaration that it took, among the submissions before `before`. Several agencies do not all
 * take every submission: one of them may have failed, or had nothing new to be told.
 */
export async function listTold(
  db: Database,
  declarationId: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<string, Told>> {
  const submissions = await db.submission.findMany({
    where: { declarationId },
    select: {
      number: true,
      createdAt: true,
      recipient: true,
      payload: true,
      steps: { where: { kind: { in: [...sendingStepKinds] }, state: 'succeeded' } },
    },
    orderBy: { number: 'asc' },
  });
  return new Map(
    submissions
      .filter(({ number }) => number < before)
      .flatMap(({ number, createdAt, payload, steps, recipient }) => {
        const declaration = neutralDeclarationSchema.parse(payload);
        return steps.map((step): [string, Told] => {
          const told = step.recipient === null ? declaration : keepPerformances(declaration, step.performanceIds);
          return [step.recipient ?? recipient, { number, submittedAt: createdAt, declaration: told }];
        });
      }),
  );
}

/** What one of several agencies is told: the performances that it serves. */
export function keepPerformances(declaration: NeutralDeclaration, ids: readonly string[]): NeutralDeclaration {
  return { ...declaration, performances: declaration.performances.filter(({ id }) => ids.includes(id)) };
}

/** A correction as an address reads it: it replaces what it took last, which may be older than what the others took. */
export function toCorrectionFor(declaration: NeutralDeclaration, told: Told | undefined): NeutralDeclaration {
  if (!declaration.corrects || !told) return declaration;
  const { number, submittedAt } = told;
  const corrects = { ...declaration.corrects, replaces: number, submittedAt: submittedAt.toISOString() };
  return { ...declaration, corrects };
}
