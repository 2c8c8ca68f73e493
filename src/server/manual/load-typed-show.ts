import 'server-only';
import { isFormLocked } from '@/domain/declaration/lock';
import { canTransmit } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { type Database, type Transaction } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';

const include = {
  declarations: { select: { state: true, correctingSince: true, _count: { select: { submissions: true } } } },
  performances: { orderBy: [{ startAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.SeriesInclude;

/** A show typed by hand with what decides whether it may change. `not-found` for one that a ticketing system brought. */
export async function loadTypedShow(
  db: Database | Transaction,
  { organizationId, seriesId }: { readonly organizationId: string; readonly seriesId: string },
) {
  const series = await db.series.findFirst({ where: { id: seriesId, organizationId, system: 'manual' }, include });
  if (!series) throw new AppError('not-found');
  const states = series.declarations.map(({ state }) => state);
  return {
    series,
    /** Its form is closed, as the page of the show says it. */
    locked: isFormLocked(series.declarations),
    /** An organism has received something of it, or is receiving it. */
    declared: states.some((state) => !canTransmit(state)),
    /** Something was sent once, even refused: its trace stays. */
    sent: series.declarations.some(({ _count }) => _count.submissions > 0),
  };
}
