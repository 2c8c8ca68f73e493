import { hashPassword } from 'better-auth/crypto';
import { withClient } from '../lib/postgres';

export const bencher = { email: 'mesure@theatre.test', password: 'Une-mesure-exacte-2026' };

export type BenchSeason = {
  readonly userId: string;
  readonly organizationId: string;
  /** The show with 200 performances. */
  readonly longSeriesId: string;
};

/** 2,000 shows of 5 performances, and one of 200, written straight into the database: what is measured is reading them. */
export async function writeBenchSeason(databaseUrl: string): Promise<BenchSeason> {
  const userId = 'bench-user';
  const password = await hashPassword(bencher.password);
  return withClient(databaseUrl, async (client) => {
    await client.query(
      `INSERT INTO "User" (id, email, "emailVerified", name, firstname, lastname, "termsVersion", "termsAcceptedAt", "updatedAt")
       VALUES ($1, $2, true, 'Mesure Exacte', 'Mesure', 'Exacte', 'bench', now(), now())`,
      [userId, bencher.email],
    );
    await client.query(
      `INSERT INTO "Account" (id, "accountId", "providerId", "userId", password, "updatedAt")
       VALUES ('bench-account', $1, 'credential', $1, $2, now())`,
      [userId, password],
    );
    const organization = await client.query<{ id: string }>(
      `INSERT INTO "Organization" (id, name, siren, siret, street, "postalCode", city, "sacemId", "sacdId", "updatedAt")
       VALUES (gen_random_uuid(), 'Théâtre des Mesures', '552100554', '55210055400013', '1 rue du Banc', '29242', 'Ouessant', '500123', '40418', now())
       RETURNING id`,
    );
    const organizationId = organization.rows[0]?.id ?? '';
    await client.query(`INSERT INTO "Membership" ("organizationId", "userId") VALUES ($1, $2)`, [
      organizationId,
      userId,
    ]);
    const venue = await client.query<{ id: string }>(
      `INSERT INTO "Venue" (id, "organizationId", name, street, "postalCode", city)
       VALUES (gen_random_uuid(), $1, 'Salle du Stiff', '1 place de l’Église', '29242', 'Ouessant') RETURNING id`,
      [organizationId],
    );
    const venueId = venue.rows[0]?.id;
    await writeShows(client, organizationId, venueId, 2000, 5, 'Spectacle de saison');
    await writeShows(client, organizationId, venueId, 1, 200, 'La Longue Tournée');
    await client.query(
      `INSERT INTO "Declaration" (id, "seriesId", organism, "dueAt", "updatedAt")
       SELECT gen_random_uuid(), s.id, o::"Organism", s."lastEndAt" + interval '10 days', now()
       FROM "Series" s, unnest(ARRAY['SACEM', 'SACD']) o WHERE s."organizationId" = $1`,
      [organizationId],
    );
    await client.query('ANALYZE');
    const long = await client.query<{ id: string }>(`SELECT id FROM "Series" WHERE "remoteId" LIKE '1x200-%'`);
    return { userId, organizationId, longSeriesId: long.rows[0]?.id ?? '' };
  });
}

async function writeShows(
  client: { query(sql: string, values: unknown[]): Promise<unknown> },
  organizationId: string,
  venueId: string | undefined,
  shows: number,
  performances: number,
  name: string,
): Promise<void> {
  const mark = `${shows}x${performances}`;
  await client.query(
    `INSERT INTO "Series" (id, "organizationId", system, "remoteAccount", "remoteId", name, genre, "producerName", "producerSiren", "venueId",
       capacity, "taxRateBp", "totalExpensesExcludingCents", "totalExpensesIncludingCents", "approachExcludingCents", "approachIncludingCents",
       "circusExcludingCents", "circusIncludingCents", "firstStartAt", "lastStartAt", "lastEndAt", "searchText", "updatedAt")
     SELECT gen_random_uuid(), $1, 'billetweb', 'bench', $2 || '-' || n, $3 || ' ' || n, 'THEATRE_AND_STORYTELLING_AND_MIME', 'Compagnie des Embruns',
       '443061841', $4, 180, 550, 240000, 253200, 40000, 42200, 0, 0,
       now() - (n || ' hours')::interval - interval '230 days', now() - (n || ' hours')::interval - interval '1 day', now() - (n || ' hours')::interval - interval '1 day', lower($3 || ' ' || n), now()
     FROM generate_series(1, $5) n`,
    [organizationId, mark, name, venueId, shows],
  );
  await client.query(
    `INSERT INTO "Performance" (id, "seriesId", "remoteId", "startAt", "endAt", "importedIncludingCents", "importedExcludingCents", "importedTaxRateBp",
       "importedPaidTickets", "importedFreeTickets", "importedAt")
     SELECT gen_random_uuid(), s.id, s."remoteId" || '-' || p, s."lastEndAt" - (p || ' days')::interval, s."lastEndAt" - (p || ' days')::interval + interval '2 hours',
       180000, 170616, 550, 120, 8, now()
     FROM "Series" s, generate_series(0, $2 - 1) p WHERE s."remoteId" LIKE $1 || '-%'`,
    [mark, performances],
  );
}
