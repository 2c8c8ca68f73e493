import 'server-only';
import { neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type PastSubmission } from '@/domain/declaration/received';
import { type Database, type Transaction } from '@/server/db/client';
import { answersSchema } from '@/server/submissions/step-outcome';

export type StoredSubmission = PastSubmission & {
  readonly id: string;
  readonly declarationId: string;
  readonly number: number;
  readonly createdAt: Date;
};

/** Submissions of these declarations as they were frozen, in the order of sending; one query. */
export async function loadPastSubmissions(
  db: Database | Transaction,
  declarationIds: readonly string[],
): Promise<StoredSubmission[]> {
  const rows = await db.submission.findMany({
    where: { declarationId: { in: [...declarationIds] } },
    select: { id: true, declarationId: true, number: true, state: true, createdAt: true, payload: true, answers: true },
    orderBy: [{ declarationId: 'asc' }, { number: 'asc' }],
  });
  return rows.map(({ payload, answers, ...row }) => ({
    ...row,
    declaration: neutralDeclarationSchema.parse(payload),
    answers: answersSchema.parse(answers),
  }));
}
