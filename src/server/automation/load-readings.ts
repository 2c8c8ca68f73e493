import 'server-only';
import { type Database } from '@/server/db/client';

/** How far back a reading still says something of a show that is over. */
const daysBack = 60;

/**
 * Starts of the successful synchronisations of these connections, the last of each Paris day: what stillness is judged on. One query, and
 * at most 60 rows a connection.
 */
export async function loadReadings(
  db: Database,
  connectionIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const since = new Date(now.getTime() - daysBack * 86_400_000);
  const rows = await db.$queryRaw<{ connectionId: string; startedAt: Date }[]>`
    SELECT "connectionId", max("startedAt") AS "startedAt" FROM "SynchronizationRun"
    WHERE "connectionId" = ANY(${[...connectionIds]}::uuid[]) AND state = 'succeeded' AND "createdAt" >= ${since}
      AND "startedAt" IS NOT NULL AND "startedAt" <= ${now}
    GROUP BY "connectionId", ("startedAt" AT TIME ZONE 'Europe/Paris')::date`;
  const readings = Map.groupBy(rows, ({ connectionId }) => connectionId);
  return new Map([...readings].map(([id, found]) => [id, found.map(({ startedAt }) => startedAt)]));
}
