import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeLine } from '@/server/realtime/line';
import { type Actor } from '@/server/trpc/context';
import { type TicketingWorld, startTicketingWorld } from '@/testing/ticketing-world';
import { connectTicketing } from './connect-ticketing';
import { openCredentials } from './credentials';
import { disconnectTicketing } from './disconnect-ticketing';
import { listConnections } from './list-connections';
import { replaceCredentials } from './replace-credentials';
import { resumeAbandonedRuns, startDueConnections } from './start-due';
import { synchronizeTicketing } from './synchronize-ticketing';
import { watchConnections } from './watch-connections';

describe('ticketing connections', () => {
  let world: TicketingWorld;
  /** What the simulated Billetweb accepts for one account. */
  const keys = { system: 'billetweb', accessKey: 'user-701', secretKey: 'key-701' } as const;

  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  beforeEach(async () => world.forgetQuotas());
  afterEach(() => world.sandbox.clearTrouble('billetweb'));
  afterAll(async () => {
    await closeLine();
    await world.stop();
  });

  const connect = (actor: Actor, values: Partial<{ accessKey: string | null; secretKey: string }> = {}) =>
    connectTicketing(actor, { organizationId: actor.organizationId, ...keys, ...values });
  const scope = (actor: Actor, connectionId: string) => ({ organizationId: actor.organizationId, connectionId });
  const countConnections = (actor: Actor) =>
    world.db.ticketingConnection.count({ where: { organizationId: actor.organizationId } });
  const readActions = async (actor: Actor) => {
    const events = await world.db.auditEvent.findMany({
      where: { organizationId: actor.organizationId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return events.map(({ actorName, action }) => `${actorName}: ${action}`);
  };
  const countJobs = async (runId: string) => {
    const [row] = await world.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'synchronize-connection' AND data->'payload'->>'runId' = ${runId}`;
    return row?.count;
  };

  it('tries the keys, keeps them encrypted for their row alone, and starts the first synchronisation', async () => {
    const actor = await world.givenActor();
    const { connectionId, resumed } = await connect(actor, { accessKey: 'odd-user', secretKey: 'demo-key-odd' });
    expect(resumed).toBe(false);
    const stored = await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
    expect(stored).toMatchObject({ remoteAccount: 'odd-user', credentialHint: '-odd', disconnectedAt: null });
    expect(stored.credentials).not.toContain('demo-key-odd');
    expect(openCredentials(stored.credentials ?? '', connectionId)).toEqual({
      accessKey: 'odd-user',
      secretKey: 'demo-key-odd',
    });
    expect(() => openCredentials(stored.credentials ?? '', actor.organizationId)).toThrow('another row');

    const run = await world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId } });
    expect(run).toMatchObject({ state: 'queued', trigger: 'connection' });
    expect(await countJobs(run.id)).toBe(1);
    expect(await listConnections(actor, { organizationId: actor.organizationId })).toMatchObject([
      {
        id: connectionId,
        state: 'running',
        credentialHint: '-odd',
        seriesCount: 0,
        run: { id: run.id, state: 'queued' },
      },
    ]);
    expect(await readActions(actor)).toEqual(['Ada Noir: connection.created']);
  });

  it.each([
    ['a wrong key', { secretKey: 'key-999' }, null, 'invalid-credentials'],
    [
      'a key limited to some events',
      { accessKey: 'demo-user', secretKey: 'demo-key-limited' },
      null,
      'insufficient-rights',
    ],
    ['no access key', { accessKey: null }, null, 'invalid-input'],
    ['a provider that is down', {}, 'down', 'unavailable'],
    ['a page instead of an answer', {}, 'html', 'unexpected-answer'],
    ['a cut answer', {}, 'wrong-json', 'unexpected-answer'],
    ['a firewall', {}, 'challenge', 'unavailable'],
    ['an exhausted quota', {}, '429', 'rate-limited'],
  ])('says what is wrong and keeps nothing: %s', async (_case, values, mode, code) => {
    const actor = await world.givenActor();
    if (mode !== null) world.sandbox.setTrouble('billetweb', { mode });
    await expect(connect(actor, values)).rejects.toMatchObject({ code });
    expect(await countConnections(actor)).toBe(0);
    expect(await readActions(actor)).toEqual([]);
  });

  it('answers at once when the shared quota is closed', async () => {
    const actor = await world.givenActor();
    await connect(actor);
    await world.db.providerPenalty.deleteMany();
    await world.db.$executeRaw`
      INSERT INTO "ProviderPenalty" SELECT DISTINCT "quotaKey", now() + interval '1 hour' FROM "ProviderRequest"`;
    const requests = world.sandbox.counts('billetweb').requests;
    await expect(connect(await world.givenActor())).rejects.toMatchObject({ code: 'rate-limited' });
    expect(world.sandbox.counts('billetweb').requests).toBe(requests);
  });

  it('makes one connection of an account that two people connect together', async () => {
    const actor = await world.givenActor();
    const results = await Promise.allSettled([connect(actor), connect(actor)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'connection-already-exists' },
    });
    expect(await countConnections(actor)).toBe(1);
  });

  it('lets two structures connect the same account without sharing anything', async () => {
    const [one, other] = [await world.givenActor(), await world.givenActor()];
    const { connectionId } = await connect(one);
    await connect(other);
    await world.run(connectionId);
    expect(await world.db.series.count({ where: { organizationId: one.organizationId } })).toBe(11);
    expect(await world.db.series.count({ where: { organizationId: other.organizationId } })).toBe(0);
  });

  it('erases the keys of a disconnected account, keeps its shows, and goes on where it was when it comes back', async () => {
    const actor = await world.givenActor();
    const { connectionId } = await connect(actor);
    await world.run(connectionId);
    const before = await world.db.series.findMany({
      where: { connectionId },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    await disconnectTicketing(actor, scope(actor, connectionId));
    await disconnectTicketing(actor, scope(actor, connectionId));
    const gone = await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
    expect(gone).toMatchObject({ credentials: null, credentialHint: null, nextRunAt: null });
    expect(await listConnections(actor, { organizationId: actor.organizationId })).toMatchObject([
      { state: 'disconnected', seriesCount: 11 },
    ]);
    await expect(synchronizeTicketing(actor, scope(actor, connectionId))).rejects.toMatchObject({
      code: 'connection-disconnected',
    });

    await world.forgetQuotas();
    expect(await connect(actor)).toEqual({ connectionId, resumed: true });
    const requests = world.sandbox.counts('billetweb').requests;
    await world.run(connectionId);
    expect(world.sandbox.counts('billetweb').requests - requests).toBe(1);
    expect(
      await world.db.series.findMany({ where: { connectionId }, select: { id: true }, orderBy: { id: 'asc' } }),
    ).toEqual(before);
    expect(await readActions(actor)).toEqual([
      'Ada Noir: connection.created',
      'Synchronisation: synchronization.succeeded',
      'Ada Noir: connection.disconnected',
      'Ada Noir: connection.resumed',
      'Synchronisation: synchronization.succeeded',
    ]);
  });

  it('stops the synchronisation under way when the account is disconnected', async () => {
    const actor = await world.givenActor();
    const { connectionId } = await connect(actor);
    let stored = 0;
    await world.run(connectionId, {
      pass: async (boundary) => {
        if (boundary === 'after-series' && (stored += 1) === 3) {
          await disconnectTicketing(actor, scope(actor, connectionId));
        }
      },
    });
    expect(await world.db.series.count({ where: { connectionId } })).toBe(3);
    expect(await world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId } })).toMatchObject({
      state: 'failed',
      errorCode: 'connection-disconnected',
    });
    expect(await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } })).toMatchObject({
      nextRunAt: null,
      consecutiveFailures: 0,
    });
  });

  it('takes other keys of the same account without losing anything, and refuses those of another', async () => {
    const actor = await world.givenActor();
    const { connectionId } = await connect(actor);
    await world.run(connectionId);
    await world.db.ticketingConnection.update({ where: { id: connectionId }, data: { consecutiveFailures: 4 } });
    const readShows = () =>
      world.db.performance.findMany({ where: { series: { connectionId } }, orderBy: { id: 'asc' } });
    const before = await readShows();
    const { synchronizedSince } = await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
    const replace = (values: object) =>
      replaceCredentials(actor, { ...scope(actor, connectionId), ...keys, ...values });
    await expect(replace({ secretKey: 'nope' })).rejects.toMatchObject({ code: 'invalid-credentials' });
    await expect(replace({ accessKey: 'user-702', secretKey: 'key-702' })).rejects.toMatchObject({
      code: 'invalid-credentials',
      detail: { reason: 'other-account' },
    });
    await replace({});
    expect(await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } })).toMatchObject({
      consecutiveFailures: 0,
      synchronizedSince,
    });
    expect(await readShows()).toEqual(before);
    expect(await world.db.synchronizationRun.count({ where: { connectionId } })).toBe(2);
    expect(await listConnections(actor, { organizationId: actor.organizationId })).toMatchObject([
      { state: 'running' },
    ]);
  });

  it('gives a stranger the same answer for a connection of others as for one that does not exist', async () => {
    const { connectionId } = await connect(await world.givenActor());
    const stranger = await world.givenActor();
    for (const id of [connectionId, '0199a0de-0000-7000-8000-000000000000']) {
      for (const attempt of [
        () => synchronizeTicketing(stranger, scope(stranger, id)),
        () => disconnectTicketing(stranger, scope(stranger, id)),
        () => replaceCredentials(stranger, { ...scope(stranger, id), ...keys }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
      }
    }
    expect(await listConnections(stranger, { organizationId: stranger.organizationId })).toEqual([]);
  });

  it('joins the synchronisation under way, however many ask together', async () => {
    const { actor, connectionId } = await world.givenConnection();
    await world.run(connectionId);
    const answers = await Promise.all([1, 2, 3].map(() => synchronizeTicketing(actor, scope(actor, connectionId))));
    expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
    expect(answers.filter(({ joined }) => !joined).length).toBe(1);
    expect(await countJobs(answers[0]?.runId ?? '')).toBe(1);
  });

  it('tells whoever watches each time something moved, and ends with their interest', async () => {
    const { actor, connectionId } = await world.givenConnection();
    const controller = new AbortController();
    const seen: string[] = [];
    for await (const [connection] of watchConnections(
      actor,
      { organizationId: actor.organizationId },
      controller.signal,
    )) {
      seen.push(connection?.state ?? 'none');
      if (seen.length === 1) await world.run(connectionId);
      if (connection?.state === 'healthy') controller.abort();
    }
    expect(seen[0]).toBe('running');
    expect(seen.at(-1)).toBe('healthy');
  });

  it('starts what is due, once, and leaves alone what is disconnected or not due', async () => {
    const now = new Date();
    const given = [await world.givenConnection(), await world.givenConnection(), await world.givenConnection()];
    await world.db.synchronizationRun.updateMany({ data: { state: 'succeeded' } });
    await world.db.ticketingConnection.updateMany({ data: { nextRunAt: null } });
    const [due, later, disconnected] = given.map(({ connectionId }) => ({ where: { id: connectionId } }));
    if (!due || !later || !disconnected) throw new Error('three connections');
    await world.db.ticketingConnection.update({ ...due, data: { nextRunAt: now } });
    await world.db.ticketingConnection.update({ ...later, data: { nextRunAt: new Date(now.getTime() + 1000) } });
    await world.db.ticketingConnection.update({ ...disconnected, data: { nextRunAt: now, disconnectedAt: now } });
    const started = await Promise.all([startDueConnections(world.db, now), startDueConnections(world.db, now)]);
    expect(started.sort()).toEqual([0, 1]);
    const runs = await world.db.synchronizationRun.findMany({ where: { state: 'queued' } });
    expect(runs.map(({ connectionId, trigger }) => [connectionId, trigger])).toEqual([[due.where.id, 'night']]);
  });

  it('takes up a run that its worker abandoned for good, and ends it after a day', async () => {
    const { connectionId } = await world.givenConnection();
    const run = await world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId } });
    const abandon = (minutes: number) =>
      world.db.synchronizationRun.update({
        where: { id: run.id },
        data: { state: 'running', heartbeatAt: null, createdAt: new Date(Date.now() - minutes * 60_000) },
      });
    await world.db.$executeRaw`DELETE FROM pgboss.job WHERE data->'payload'->>'runId' = ${run.id}`;
    await abandon(10);
    await resumeAbandonedRuns(world.db, new Date());
    expect(await countJobs(run.id)).toBe(0);
    await abandon(20);
    await resumeAbandonedRuns(world.db, new Date());
    expect(await countJobs(run.id)).toBe(1);
    await abandon(25 * 60);
    await resumeAbandonedRuns(world.db, new Date());
    expect(await world.db.synchronizationRun.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({
      state: 'failed',
      errorCode: 'internal',
    });
  });
});
