import 'server-only';
import { type Draft } from '@/domain/declaration/draft';
import { AppError } from '@/domain/errors';
import { type Database, type Transaction } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { sendingStepKinds } from '@/server/submissions/get-submission.schema';
import { seriesRowInclude, type SeriesRow, toDraft } from './series-row';

type SeriesScope = { readonly organizationId: string; readonly seriesId: string };

/** Sendings that reached somebody. */
export const receivedSendings = {
  where: { kind: { in: [...sendingStepKinds] }, state: 'succeeded' },
  select: { id: true },
} as const satisfies Prisma.SubmissionStepFindManyArgs;

const declarationInclude = {
  submissions: {
    select: {
      id: true,
      number: true,
      state: true,
      createdAt: true,
      message: true,
      errorCode: true,
      steps: receivedSendings,
    },
    orderBy: { number: 'desc' },
  },
} as const satisfies Prisma.DeclarationInclude;

export type DeclarationRow = Prisma.DeclarationGetPayload<{ include: typeof declarationInclude }>;

export type LoadedSeries = {
  readonly row: SeriesRow & {
    readonly connection: { readonly label: string } | null;
    readonly repeatedFrom: { readonly id: string; readonly name: string } | null;
  };
  readonly draft: Draft;
  /** With their submissions, the last one first, in the order of the screens. */
  readonly declarations: readonly DeclarationRow[];
};

/**
 * A show with all that its declarations are made of, in a number of queries that does not depend on its performances.
 * `not-found` when it does not exist or belongs to another structure.
 */
export async function loadSeries(db: Database | Transaction, scope: SeriesScope): Promise<LoadedSeries> {
  const found = await db.series.findFirst({
    where: { id: scope.seriesId, organizationId: scope.organizationId },
    include: {
      ...seriesRowInclude,
      connection: { select: { label: true } },
      repeatedFrom: { select: { id: true, name: true } },
      declarations: { include: declarationInclude, orderBy: { organism: 'asc' } },
    },
  });
  if (!found) throw new AppError('not-found');
  const { declarations, ...row } = found;
  return { row, draft: toDraft(row), declarations };
}
