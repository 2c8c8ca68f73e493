import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { describeDelivery } from '@/connectors/contract/describe-delivery';
import { type ExpectedPerformance, toExpectedPerformances } from '@/connectors/contract/expected-performances';
import { since } from '@/connectors/contract/harness';
import { type RemoteSeries } from '@/domain/ticketing/model';
import { generateDemoSeason } from '@/sandbox/season/generate-season';
import { toLedger } from '@/sandbox/season/ledger';
import { givenPushClient, type PushClient } from '@/testing/given-push';
import { givenTestDatabase } from '@/testing/given-test-database';
import { type PushServer, servePush } from '@/testing/serve-push';
import { listAnswerSchema } from './push-schemas';

const ledger = toLedger(generateDemoSeason({ seed: 29, reference: new Date('2026-11-20T10:00:00.000Z') }));
const expected = toExpectedPerformances(ledger, since);

/** What an editor works out of its own tickets, without any code of ours, and sends. */
function toShows(performances: readonly ExpectedPerformance[]) {
  const shows = Map.groupBy(performances, ({ seriesId }) => seriesId);
  return [...shows].map(([id, rows]) => ({
    id,
    name: ledger.find(({ seriesId }) => seriesId === id)?.seriesName ?? '',
    performances: rows.map(({ seriesId, ...figures }, index) => ({
      id: `${seriesId}-${index}`,
      endAt: null,
      ...figures,
    })),
  }));
}

describe('Push API', () => {
  const test = givenTestDatabase();
  let server: PushServer;
  let client: PushClient;
  beforeAll(async () => {
    server = await servePush();
    client = await givenPushClient(test.db, server.url);
  });
  afterAll(() => server.stop());

  /** Sends the whole season, then reads it again page by page. */
  async function deliver(): Promise<readonly RemoteSeries[]> {
    const sent = await client.send('POST', '/shows', { shows: toShows(expected) });
    expect(z.object({ results: z.array(z.object({ warnings: z.array(z.never()) })) }).safeParse(sent.body).error).toBe(
      undefined,
    );
    const read: RemoteSeries[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const reply = await client.send('GET', `/shows?limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      const page: z.infer<typeof listAnswerSchema> = listAnswerSchema.parse(reply.body);
      for (const { id, name, performances } of page.shows) {
        read.push({ id, name, performances: performances.map(({ goneAt: _goneAt, ...performance }) => performance) });
      }
      cursor = page.nextCursor;
    }
    return read;
  }

  describeDelivery({ deliver, expected: () => expected });

  it('stores what was sent, and the declarations are made of it', async () => {
    await deliver();
    const rows = await test.db.performance.findMany({
      where: { series: { organizationId: client.actor.organizationId, system: 'push' } },
      include: { series: { select: { remoteId: true } } },
    });
    const stored = rows.map((row) => ({
      seriesId: row.series.remoteId,
      startAt: row.startAt.toISOString(),
      includingTaxesCents: Number(row.importedIncludingCents),
      excludingTaxesCents: Number(row.importedExcludingCents),
      taxRateBp: row.importedTaxRateBp,
      paidTickets: row.importedPaidTickets,
      freeTickets: row.importedFreeTickets,
    }));
    const inOrder = (left: ExpectedPerformance, right: ExpectedPerformance) =>
      `${left.seriesId} ${left.startAt}` < `${right.seriesId} ${right.startAt}` ? -1 : 1;
    expect(stored.sort(inOrder)).toEqual([...expected].sort(inOrder));
  });
});
