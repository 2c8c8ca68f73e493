import 'server-only';
import { type ConnectorContext, type ConnectorDescriptor, type Quota } from '@/connectors/connector';
import { type Database } from '@/server/db/client';

/**
 * A provider's quota shared by every worker: at most `requests` grants in any sliding `windowSeconds` for one key
 * (a system and an account), and none while a penalty lasts. Instants come from the database's clock, the only one that
 * all workers share. `acquire` holds no transaction while it waits, and rejects with `signal.reason` when aborted.
 */
export function createPostgresQuota(
  db: Database,
  key: string,
  limit: Pick<ConnectorDescriptor['quota'], 'requests' | 'windowSeconds'>,
  wait: ConnectorContext['wait'],
): Quota {
  return {
    async acquire(signal) {
      for (;;) {
        signal.throwIfAborted();
        const milliseconds = await tryToTake(db, key, limit);
        if (milliseconds <= 0) return;
        await wait(Math.ceil(milliseconds), signal);
      }
    },
    async penalize(seconds) {
      await db.$executeRaw`
        INSERT INTO "ProviderPenalty" ("quotaKey", "blockedUntil")
        VALUES (${key}, clock_timestamp() + make_interval(secs => ${seconds}::double precision))
        ON CONFLICT ("quotaKey") DO UPDATE SET "blockedUntil" = greatest("ProviderPenalty"."blockedUntil", excluded."blockedUntil")`;
    },
  };
}

/** Takes a place, or tells how many milliseconds to wait before asking again; 0 means taken. Forgets what left the window. */
async function tryToTake(
  db: Database,
  key: string,
  limit: Pick<ConnectorDescriptor['quota'], 'requests' | 'windowSeconds'>,
): Promise<number> {
  return db.$transaction(async (tx) => {
    // One at a time per key: two workers cannot both see the last free place.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`provider-quota ${key}`}, 0))`;
    const [row] = await tx.$queryRaw<{ delay: number }[]>`
      WITH clock AS (
        SELECT clock_timestamp() AS now, make_interval(secs => ${limit.windowSeconds}::double precision) AS span
      ), forgotten AS (
        DELETE FROM "ProviderRequest" USING clock WHERE "quotaKey" = ${key} AND "grantedAt" <= clock.now - clock.span
      ), granted AS (
        SELECT "grantedAt" AS at FROM "ProviderRequest", clock
        WHERE "quotaKey" = ${key} AND "grantedAt" > clock.now - clock.span
        ORDER BY at DESC LIMIT ${limit.requests}
      ), free_at AS (
        SELECT greatest(
          (SELECT "blockedUntil" FROM "ProviderPenalty" WHERE "quotaKey" = ${key}),
          CASE WHEN (SELECT count(*) FROM granted) >= ${limit.requests} THEN (SELECT min(at) FROM granted) + clock.span END
        ) AS at FROM clock
      ), taken AS (
        INSERT INTO "ProviderRequest" ("quotaKey", "grantedAt")
        SELECT ${key}, clock.now FROM clock, free_at WHERE free_at.at IS NULL OR free_at.at <= clock.now
        RETURNING id
      )
      SELECT CASE WHEN EXISTS (SELECT FROM taken) THEN 0
                  ELSE greatest(1, extract(epoch FROM free_at.at - clock.now) * 1000) END::double precision AS delay
      FROM clock, free_at`;
    return row?.delay ?? 0;
  });
}

/** Removes what no window can need any more; quotas of accounts that nobody calls now would otherwise stay for ever. */
export async function purgeQuotas(db: Database): Promise<void> {
  await db.$executeRaw`DELETE FROM "ProviderRequest" WHERE "grantedAt" < clock_timestamp() - interval '1 day'`;
  await db.$executeRaw`DELETE FROM "ProviderPenalty" WHERE "blockedUntil" < clock_timestamp() - interval '1 day'`;
}
