import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sumCents } from '@/domain/money';
import { refundTicket, sellTickets } from '@/sandbox/season/move-sales';
import { type TicketingWorld, startTicketingWorld } from '@/testing/ticketing-world';
import { type Boundary } from './run-synchronization';
import { handle as tellFailingConnection } from './tell-failing-connection.handler';
import { synchronizeTicketing } from './synchronize-ticketing';

describe('runSynchronization', () => {
  let world: TicketingWorld;

  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  beforeEach(async () => world.forgetQuotas());
  afterEach(() => world.sandbox.clearTrouble('billetweb'));
  afterAll(async () => world.stop());

  type Given = Awaited<ReturnType<TicketingWorld['givenConnection']>>;

  /** Everything stored for a structure, without what differs between two equal databases. */
  async function readSeries(organizationId: string) {
    const rows = await world.db.series.findMany({
      where: { organizationId },
      select: {
        remoteId: true,
        name: true,
        searchText: true,
        firstStartAt: true,
        lastEndAt: true,
        performances: {
          omit: { id: true, seriesId: true, importedAt: true },
          orderBy: [{ startAt: 'asc' }, { remoteId: 'asc' }],
        },
      },
      orderBy: { remoteId: 'asc' },
    });
    return rows;
  }

  /** What a run that nothing stops stores of an account; done once, to compare with. */
  const wholes = new Map<string, Promise<Given>>();
  async function readWhole(user: string): Promise<Given> {
    const synchronized = wholes.get(user) ?? synchronizeWhole(user);
    wholes.set(user, synchronized);
    return synchronized;
  }
  async function synchronizeWhole(user: string): Promise<Given> {
    const whole = await world.givenConnection(user);
    await world.run(whole.connectionId);
    await world.forgetQuotas();
    return whole;
  }

  const readConnection = ({ connectionId }: Given) =>
    world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
  const readRun = ({ connectionId }: Given) =>
    world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId }, orderBy: { createdAt: 'desc' } });
  const synchronize = async ({ actor, connectionId }: Given) => {
    await synchronizeTicketing(actor, { organizationId: actor.organizationId, connectionId });
    await world.run(connectionId);
  };
  const countRequests = async (work: () => Promise<void>) => {
    const before = world.sandbox.counts('billetweb').requests;
    await work();
    return world.sandbox.counts('billetweb').requests - before;
  };

  it('stores exactly what the season brought in, and tells how much it did', async () => {
    const given = await world.givenConnection();
    await world.run(given.connectionId);

    const counted = world.sandbox
      .ticketing('billetweb')
      .ledger(given.user)
      .filter((line) => line.isCounted && line.startAt !== null);
    const stored = await readSeries(given.actor.organizationId);
    const expected = Map.groupBy(counted, ({ seriesId }) => seriesId);
    for (const series of stored) {
      const lines = Map.groupBy(expected.get(series.remoteId) ?? [], ({ startAt }) => startAt);
      for (const performance of series.performances) {
        const tickets = lines.get(performance.startAt.toISOString()) ?? [];
        const paid = tickets.filter(({ receivedCents }) => receivedCents > 0);
        expect({
          cents: Number(performance.importedIncludingCents),
          paid: performance.importedPaidTickets,
          free: performance.importedFreeTickets,
        }).toEqual({
          cents: sumCents(paid.map(({ receivedCents }) => receivedCents)),
          paid: paid.length,
          free: tickets.length - paid.length,
        });
      }
    }
    const performances = stored.flatMap((series) => series.performances);
    const tickets = performances.map((row) => row.importedPaidTickets + row.importedFreeTickets);
    expect(sumCents(tickets)).toBe(
      counted.filter(({ seriesId }) => stored.some((row) => row.remoteId === seriesId)).length,
    );
    // Of the 13 shows, one has no date and one has not moved for more than 13 months.
    expect(stored.length).toBe(11);
    expect(await readRun(given)).toMatchObject({
      state: 'succeeded',
      trigger: 'connection',
      errorCode: null,
      seriesTotal: 11,
      seriesDone: 11,
      performancesDone: performances.length,
      newSeries: 11,
      newPerformances: performances.length,
      changedFigures: 0,
      gonePerformances: 0,
      doneSeriesIds: [],
      warnings: [{ code: 'series-without-date', detail: expect.stringContaining('Archives : lecture inaugurale') }],
    });
    expect(await readConnection(given)).toMatchObject({ lastErrorCode: null, consecutiveFailures: 0 });
  });

  it('asks as little as possible when nothing moved, and changes nothing', async () => {
    const given = await world.givenConnection();
    await world.run(given.connectionId);
    const before = await world.db.performance.findMany({
      where: { series: { organizationId: given.actor.organizationId } },
      orderBy: { id: 'asc' },
    });
    const requests = await countRequests(() => synchronize(given));
    expect(requests).toBe(1);
    expect(
      await world.db.performance.findMany({
        where: { series: { organizationId: given.actor.organizationId } },
        orderBy: { id: 'asc' },
      }),
    ).toEqual(before);
    expect(await readRun(given)).toMatchObject({ state: 'succeeded', requests: 1, seriesDone: 0, changedFigures: 0 });
  });

  it('brings new sales and refunds into the imported figures, and never touches what people typed', async () => {
    const given = await world.givenConnection();
    await world.run(given.connectionId);
    const season = world.sandbox.ticketing('billetweb').season(given.user);
    if (!season) throw new Error('no season');
    const where = { series: { organizationId: given.actor.organizationId, remoteId: '1001' } };
    const [first] = await world.db.performance.findMany({ where, orderBy: { startAt: 'asc' } });
    if (!first) throw new Error('no performance');
    const typed = {
      correctedIncludingCents: 123_456n,
      correctedExcludingCents: 117_020n,
      correctedPaidTickets: 77,
      correctedAt: new Date('2026-01-02T03:04:05Z'),
      correctedBy: 'Ada Noir',
      barExcludingCents: 1000n,
      barIncludingCents: 1200n,
      capacity: 99,
      audience: 'YOUNG' as const,
      taxRateBp: 210,
    };
    await world.db.performance.update({ where: { id: first.id }, data: typed });

    sellTickets(season, { seriesId: '1001', tickets: 3, at: new Date() });
    await synchronize(given);
    const sold = await world.db.performance.findUniqueOrThrow({ where: { id: first.id } });
    expect(sold).toMatchObject(typed);
    expect(sold.importedIncludingCents - first.importedIncludingCents).toBe(5400n);
    expect(sold.importedPaidTickets - first.importedPaidTickets).toBe(3);
    expect(await readRun(given)).toMatchObject({ state: 'succeeded', newPerformances: 0, changedFigures: 1 });

    const ticket = season.shows[0]?.tickets.at(-1);
    refundTicket(season, ticket?.id ?? '', new Date());
    await synchronize(given);
    const refunded = await world.db.performance.findUniqueOrThrow({ where: { id: first.id } });
    expect(refunded).toMatchObject({ ...typed, importedPaidTickets: first.importedPaidTickets + 2 });
  });

  it('marks a performance that the ticketing no longer knows, keeps its row, and takes it back when it returns', async () => {
    const given = await world.givenConnection();
    await world.run(given.connectionId);
    const season = world.sandbox.ticketing('billetweb').season(given.user);
    const show = season?.shows[0];
    if (!season || !show) throw new Error('no season');
    const last = show.sessions.at(-1);
    const tickets = show.tickets.splice(0).filter((ticket) => ticket.sessionId !== last?.id);
    const shortened = { ...show, sessions: show.sessions.slice(0, -1), tickets };
    season.shows[0] = shortened;
    sellTickets(season, { seriesId: show.id, tickets: 1, at: new Date() });
    await synchronize(given);

    const where = { series: { organizationId: given.actor.organizationId, remoteId: show.id } };
    const goneIds = async () => {
      const rows = await world.db.performance.findMany({ where: { ...where, goneAt: { not: null } } });
      return rows.map(({ remoteId }) => remoteId);
    };
    const readEnd = async () => {
      const { lastEndAt } = await world.db.series.findFirstOrThrow({
        where: { organizationId: given.actor.organizationId, remoteId: show.id },
      });
      return lastEndAt?.toISOString();
    };
    expect(await goneIds()).toEqual([last?.id]);
    expect(await readRun(given)).toMatchObject({ gonePerformances: 1 });
    expect(await readEnd()).toBe(shortened.sessions.at(-1)?.endAt?.toISOString());

    season.shows[0] = { ...shortened, sessions: show.sessions };
    sellTickets(season, { seriesId: show.id, tickets: 1, at: new Date() });
    await synchronize(given);
    expect(await goneIds()).toEqual([]);
    expect(await readEnd()).toBe(last?.endAt?.toISOString());
  });

  it.each(['claimed', 'before-series', 'after-series', 'before-end'] as const)(
    'cut at «%s», goes on and ends like a run that nothing stopped',
    async (boundary: Boundary) => {
      const whole = await readWhole('user-606');
      const cut = await world.givenConnection('user-606');
      let passages = 0;
      const pass = (reached: Boundary) => {
        if (reached === boundary && (passages += 1) === (boundary.endsWith('series') ? 4 : 1))
          throw new Error('killed');
      };
      await expect(world.run(cut.connectionId, { pass })).rejects.toThrow('killed');
      const interrupted = await readRun(cut);
      expect(interrupted).toMatchObject({ state: 'running', finishedAt: null });
      expect(await readConnection(cut)).toMatchObject({ synchronizedSince: null, lastSuccessAt: null });

      await world.run(cut.connectionId);
      expect(await readSeries(cut.actor.organizationId)).toEqual(await readSeries(whole.actor.organizationId));
      const { seriesTotal, seriesDone, performancesDone, ticketsDone, newSeries, warnings } = await readRun(whole);
      const expected = { seriesTotal, seriesDone, performancesDone, ticketsDone, newSeries, warnings };
      expect(await readRun(cut)).toMatchObject(expected);
      expect((await readConnection(cut)).synchronizedSince?.getTime()).toBeLessThan(
        interrupted.createdAt.getTime() + 1,
      );
    },
  );

  it('writes once what two workers do together, and one of them steps back', async () => {
    const whole = await readWhole('user-606');
    const given = await world.givenConnection('user-606');
    const results = await Promise.allSettled([world.run(given.connectionId), world.run(given.connectionId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await readSeries(given.actor.organizationId)).toEqual(await readSeries(whole.actor.organizationId));
    expect(await readRun(given)).toMatchObject({ state: 'succeeded', newSeries: 11, seriesDone: 11 });
  });

  it('writes nothing twice when a worker taken for dead wakes up', async () => {
    const given = await world.givenConnection();
    let stolen = false;
    const pass = async (reached: Boundary) => {
      if (reached !== 'after-series' || stolen) return;
      stolen = true;
      await world.db.synchronizationRun.updateMany({
        where: { connectionId: given.connectionId },
        data: { heartbeatAt: null },
      });
      await world.run(given.connectionId);
    };
    await world.run(given.connectionId, { pass });
    expect(await readRun(given)).toMatchObject({ state: 'succeeded', newSeries: 11, seriesDone: 11 });
    expect((await readSeries(given.actor.organizationId)).length).toBe(11);
  });

  it.each([
    ['500', 'unavailable'],
    ['429-retry-after', 'rate-limited'],
    ['wrong-json', 'unexpected-answer'],
    ['wrong-shape', 'unexpected-answer'],
    ['html', 'unexpected-answer'],
    ['challenge', 'unavailable'],
    ['cut', 'unavailable'],
    ['down', 'unavailable'],
    ['timeout', 'unavailable'],
  ])('ends with a code and whole series when the provider goes wrong in the middle: %s', async (mode, code) => {
    const whole = await readWhole('user-606');
    const given = await world.givenConnection('user-606');
    world.sandbox.setTrouble('billetweb', { mode, path: '/attendees', skip: 5, retryAfterSeconds: 600 });
    await world.run(given.connectionId);

    expect(await readRun(given)).toMatchObject({ state: 'failed', errorCode: code });
    expect(await readConnection(given)).toMatchObject({
      lastErrorCode: code,
      consecutiveFailures: 1,
      synchronizedSince: null,
      lastSuccessAt: null,
      nextRunAt: expect.any(Date),
    });
    const complete = await readSeries(whole.actor.organizationId);
    for (const series of await readSeries(given.actor.organizationId)) {
      expect(series).toEqual(complete.find(({ remoteId }) => remoteId === series.remoteId));
    }
    world.sandbox.clearTrouble('billetweb');
    await world.forgetQuotas();
    await synchronize(given);
    expect(await readSeries(given.actor.organizationId)).toEqual(complete);
    expect(await readConnection(given)).toMatchObject({ lastErrorCode: null, consecutiveFailures: 0 });
  });

  it('says by name what an account of broken shows cannot give, and delivers the rest', async () => {
    const given = await world.givenConnection('odd-user', 'demo-key-odd');
    await world.run(given.connectionId);
    const { warnings, state } = await readRun(given);
    expect(state).toBe('succeeded');
    expect(JSON.stringify(warnings)).toContain('amount-out-of-bounds');
    expect(JSON.stringify(warnings)).toContain('series-without-date');
    expect((await readSeries(given.actor.organizationId)).map(({ name }) => name)).toContain(
      'Sain, mais écrit bizarrement',
    );
  });

  it('tells people once when a connection keeps failing, and again only after it has worked', async () => {
    const given = await world.givenConnection();
    const countMails = async () => {
      const rows = await world.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'tell-failing-connection'
          AND data->'payload'->>'connectionId' = ${given.connectionId}`;
      return rows[0]?.count;
    };
    world.sandbox.setTrouble('billetweb', { mode: 'html' });
    await world.run(given.connectionId);
    await synchronize(given);
    expect(await countMails()).toBe(0);
    await synchronize(given);
    await synchronize(given);
    expect(await countMails()).toBe(1);
    const job = { connectionId: given.connectionId, userId: given.actor.user.id };
    await tellFailingConnection(job, {
      jobId: 'job',
      attempt: 0,
      lastAttempt: false,
      signal: AbortSignal.timeout(9000),
    });
    expect(world.sandbox.messages(given.actor.user.email)).toMatchObject([
      { subject: 'Votre billetterie Billetweb ne se synchronise plus – Théâtre des Lucioles' },
    ]);
    expect(await readConnection(given)).toMatchObject({ consecutiveFailures: 4, userToldAt: expect.any(Date) });
    world.sandbox.clearTrouble('billetweb');
    await synchronize(given);
    expect(await readConnection(given)).toMatchObject({ consecutiveFailures: 0, userToldAt: null });
  });

  it('ends with «internal» when its last attempt fails for a reason of ours', async () => {
    const given = await world.givenConnection();
    const pass = () => {
      throw new Error('a bug');
    };
    await expect(world.run(given.connectionId, { pass }, true)).rejects.toThrow('a bug');
    expect(await readRun(given)).toMatchObject({ state: 'failed', errorCode: 'internal' });
  });
});
