import { randomInt } from 'node:crypto';
import { type Database } from '@/server/db/client';
import { type Organization } from '@/server/db/generated/client';

/** A structure of a test, with an identifier of its own. */
export async function givenStructure(db: Database, name = 'Théâtre des Lucioles'): Promise<Organization> {
  const siren = String(randomInt(100_000_000, 999_999_999));
  return db.organization.create({ data: { name, siren, siret: `${siren}00012` } });
}

/**
 * Many shows at once, written by one statement each: show `n` of `series` ends `n` days before `now` (after it for
 * negative ones); every third has a SACEM declaration, in draft.
 */
export async function givenSeason(
  db: Database,
  values: { organizationId: string; series: number; performances: number; upcoming?: number; now: Date },
): Promise<void> {
  const { organizationId, series, performances, upcoming = 0, now } = values;
  await db.$executeRaw`
    INSERT INTO "Series" (id, "organizationId", system, "remoteAccount", "remoteId", name, "searchText", "firstStartAt", "lastStartAt", "lastEndAt", "updatedAt")
    SELECT gen_random_uuid(), ${organizationId}::uuid, 'billetweb', 'compte', 'spectacle-' || n, 'Spectacle n° ' || n, 'spectacle no ' || n,
      ${now}::timestamptz - make_interval(days => n + ${performances}::int, hours => 2), ${now}::timestamptz - make_interval(days => n, hours => 2), ${now}::timestamptz - make_interval(days => n), now()
    FROM generate_series(${1 - upcoming}::int, ${series - upcoming}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO "Performance" (id, "seriesId", "remoteId", "startAt", "endAt", "importedIncludingCents", "importedExcludingCents",
      "importedTaxRateBp", "importedPaidTickets", "importedFreeTickets", "importedAt")
    SELECT gen_random_uuid(), id, 'seance-' || p, "lastEndAt" - make_interval(days => p - 1, hours => 2), "lastEndAt" - make_interval(days => p - 1),
      180000, 170616, 550, 120, 8, ${now}::timestamptz
    FROM "Series", generate_series(1, ${performances}::int) AS p WHERE "organizationId" = ${organizationId}::uuid`;
  await db.$executeRaw`
    INSERT INTO "Declaration" (id, "seriesId", organism, "dueAt", "updatedAt")
    SELECT gen_random_uuid(), id, 'SACEM', "lastEndAt" + interval '10 days', now()
    FROM "Series" WHERE "organizationId" = ${organizationId}::uuid AND right("remoteId", 1) IN ('3', '6', '9')`;
  await db.$executeRaw`ANALYZE "Series", "Performance", "Declaration"`;
}
