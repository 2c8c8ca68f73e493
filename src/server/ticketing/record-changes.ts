import 'server-only';
import { type SeriesChange } from '@/domain/ticketing/changes';
import { type Transaction } from '@/server/db/client';

/** A run tells this many changes at most; its counts stay exact beyond. */
export const maxChangesPerRun = 1000;

/** Notes what a run changed in one show, in the transaction that changes it. One statement; the run's row is locked by the caller. */
export async function recordChanges(
  tx: Transaction,
  runId: string,
  seriesId: string,
  changes: readonly SeriesChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.slice(0, maxChangesPerRun));
  await tx.$executeRaw`
    WITH kept AS (
      INSERT INTO "SynchronizationChange" ("runId", "seriesId", kind, "startAt", "startAtBefore", performances, before, after)
      SELECT ${runId}::uuid, ${seriesId}::uuid, change.kind, change."startAt", change."startAtBefore", change.performances,
        change.before, change.after
      FROM jsonb_to_recordset(${rows}::jsonb) AS change(
        kind text, "startAt" timestamptz, "startAtBefore" timestamptz, performances int, before jsonb, after jsonb)
      LIMIT (SELECT greatest(0, ${maxChangesPerRun} - "changesKept") FROM "SynchronizationRun" WHERE id = ${runId}::uuid)
      RETURNING 1
    )
    UPDATE "SynchronizationRun" SET "changesKept" = "changesKept" + (SELECT count(*) FROM kept) WHERE id = ${runId}::uuid`;
}
