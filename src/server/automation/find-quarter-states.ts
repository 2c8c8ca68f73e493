import 'server-only';
import { type Database } from '@/server/db/client';
import { type DeclarationState } from '@/server/db/generated/client';

/** State of the quarters that were declared to SIBIL, among these; the others were not. One query. */
export async function findQuarterStates(
  db: Database,
  organizationId: string,
  waiting: readonly { readonly period: string | null }[],
): Promise<ReadonlyMap<string, DeclarationState>> {
  const periods = waiting.flatMap(({ period }) => period ?? []);
  const rows = await db.declaration.findMany({
    where: { organizationId, organism: 'SIBIL', period: { in: periods } },
    select: { period: true, state: true },
  });
  return new Map(rows.flatMap(({ period, state }) => (period === null ? [] : [[period, state]])));
}
