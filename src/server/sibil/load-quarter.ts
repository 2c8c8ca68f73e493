import 'server-only';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { AppError } from '@/domain/errors';
import { nextQuarter, parseQuarterKey, type Quarter, startOfQuarter } from '@/domain/quarter';
import { seriesRowInclude, toDraft } from '@/server/declarations/series-row';
import { type Actor } from '@/server/trpc/context';

/** Every show played in a quarter, with its performances of that quarter only, by first performance. */
export type LoadedQuarter = { readonly quarter: Quarter; readonly declarations: readonly NeutralDeclaration[] };

/** A number of queries that depends neither on shows nor on performances. `not-found` for what is no quarter. */
export async function loadQuarter(
  { db, organizationId, user }: Actor,
  period: string,
  now: Date,
): Promise<LoadedQuarter> {
  const quarter = parseQuarterKey(period);
  if (!quarter) throw new AppError('not-found', 'no such quarter');
  const startAt = { gte: startOfQuarter(quarter), lt: startOfQuarter(nextQuarter(quarter)) };
  const rows = await db.series.findMany({
    where: { organizationId, performances: { some: { startAt } } },
    include: { ...seriesRowInclude, performances: { ...seriesRowInclude.performances, where: { startAt } } },
  });
  const declarations = rows
    .map((row) =>
      toNeutralDeclaration(toDraft(row), {
        declaredAt: now,
        declarant: { firstname: user.firstname, lastname: user.lastname, email: user.email },
        documents: [],
        organisms: ['SIBIL'],
      }),
    )
    .filter(({ performances }) => performances.length > 0)
    .sort((left, right) => compare(toKey(left), toKey(right)));
  return { quarter, declarations };
}

function toKey({ performances, series }: NeutralDeclaration): string {
  return `${performances[0]?.startAt} ${series.id}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : 1;
}
