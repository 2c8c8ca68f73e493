import 'server-only';
import { type Database } from '@/server/db/client';
import { pushLimits } from '@/server/push/push-limits';

export type RetentionLine = {
  readonly what: string;
  readonly keptForHours: number;
  readonly from: string;
  readonly why: string;
  /** Erases what is older than this instant; how many rows. */
  readonly erase: (db: Database, before: Date) => Promise<number>;
};

/** What is erased after a while, how long it is kept, counted from when, and why. */
export const retention: readonly RetentionLine[] = [
  {
    what: 'Shows and performances that a person removed from what they had typed',
    keptForHours: 24,
    from: 'the removal',
    why: 'time to change one’s mind',
    erase: async (db, before) => (await db.removal.deleteMany({ where: { createdAt: { lt: before } } })).count,
  },
  {
    what: 'Imported files: their bytes, what was read in them and what is left of them once stored',
    keptForHours: 24,
    from: 'the upload',
    why: 'time to look at what was read and confirm it; the figures then belong to the shows. Bytes go sooner, once stored or refused',
    // One that is being stored goes on to its end, or to the end of its run.
    erase: (db, before) => db.$executeRaw`
      DELETE FROM "ImportFile" WHERE "createdAt" < ${before} AND NOT (state = 'storing' AND EXISTS (
        SELECT 1 FROM "SynchronizationRun" AS run WHERE run.id = "runId" AND run.state IN ('queued', 'running')))`,
  },
  {
    what: 'Documents whose sending was not finished, and the trace of those that were refused',
    keptForHours: 24,
    from: 'the last byte that came, or the refusal',
    why: 'time to go on after a cut; the bytes of a refused one are erased at once',
    erase: async (db, before) =>
      (await db.attachment.deleteMany({ where: { state: { not: 'ready' }, updatedAt: { lt: before } } })).count,
  },
  {
    what: 'Documents that a person took off a show, or whose show was removed',
    keptForHours: 7 * 24,
    from: 'the removal',
    why: 'time to change one’s mind. What was sent of them stays with the submission',
    erase: async (db, before) => (await db.attachment.deleteMany({ where: { removedAt: { lt: before } } })).count,
  },
  {
    what: 'What each synchronisation, import or push changed, show by show',
    keptForHours: 190 * 24,
    from: 'the change',
    why: 'answers «what moved, and when» over a half season; the figures themselves stay with the show',
    erase: (db, before) =>
      inBatches(
        (limit) => db.$executeRaw`
          DELETE FROM "SynchronizationChange" WHERE id IN (
            SELECT id FROM "SynchronizationChange" WHERE "createdAt" < ${before} ORDER BY "createdAt" LIMIT ${limit})`,
      ),
  },
  {
    what: 'Synchronisations, imports and pushes that ended, but the last one of each connection, which its card tells',
    keptForHours: 400 * 24,
    from: 'the start',
    why: 'a season and the month that follows it, as far back as a first synchronisation looks',
    erase: (db, before) =>
      inBatches(
        (limit) => db.$executeRaw`
          DELETE FROM "SynchronizationRun" WHERE id IN (
            SELECT old.id FROM "SynchronizationRun" AS old
            WHERE old."createdAt" < ${before} AND old.state IN ('succeeded', 'failed') AND EXISTS (
              SELECT 1 FROM "SynchronizationRun" AS newer
              WHERE newer."connectionId" = old."connectionId" AND newer."createdAt" > old."createdAt")
            ORDER BY old."createdAt" LIMIT ${limit})`,
      ),
  },
  {
    what: 'What a person was told of a declaration by mail, once that declaration waits for nobody any more',
    keptForHours: 400 * 24,
    from: 'the reminder',
    why: 'a reminder is never sent twice: forgotten while its declaration still waits, it would be',
    erase: (db, before) => db.$executeRaw`
      DELETE FROM "Reminder" AS reminder WHERE "createdAt" < ${before} AND NOT EXISTS (
        SELECT 1 FROM "Declaration" AS declaration
        WHERE declaration.id = reminder."declarationId" AND declaration.state IN ('draft', 'refused', 'failed'))`,
  },
  {
    what: 'Answers of the push API that may be asked for again with their Idempotency-Key',
    keptForHours: pushLimits.idempotencyHours,
    from: 'the request',
    why: 'an editor that got no answer sends its request again within minutes, at most the day after',
    erase: async (db, before) =>
      (await db.idempotentRequest.deleteMany({ where: { createdAt: { lt: before } } })).count,
  },
];

const batchSize = 5000;

/** By short statements, so that nobody waits behind an erasure. */
async function inBatches(erase: (limit: number) => PromiseLike<number>): Promise<number> {
  for (let erased = 0; ;) {
    const count = await erase(batchSize);
    erased += count;
    if (count < batchSize) return erased;
  }
}
