import { database } from '@/server/db/client';
import { createCaller } from '@/server/trpc/root';
import { type BenchSeason, bencher } from './season';
import { type Measure, round } from './statistics';

const PATIENCE_MILLISECONDS = 300_000;
const LOOK_EVERY_MILLISECONDS = 50;

/** A first synchronisation of the demo season and an unchanged second one, by the worker process: time and requests. */
export async function measureSynchronisation({ organizationId, userId }: BenchSeason): Promise<Measure[]> {
  const caller = createCaller({
    db: database(),
    user: { id: userId, email: bencher.email, firstname: 'Mesure', lastname: 'Exacte', isAdmin: false },
    correlationId: 'bench',
    ipAddress: null,
  });
  const { connectionId } = await caller.ticketing.connect({
    organizationId,
    system: 'billetweb',
    accessKey: 'demo-user',
    secretKey: 'demo-key-billetweb',
  });
  const first = await waitForRun(connectionId, 1);
  await caller.ticketing.synchronize({ organizationId, connectionId });
  const second = await waitForRun(connectionId, 2);
  const shows = `${first.shows} shows, ${first.performances} performances`;
  return [
    { what: 'first synchronisation of Billetweb: time', value: first.seconds, unit: 's', target: null, note: shows },
    { what: 'first synchronisation of Billetweb: requests', value: first.requests, unit: 'requests', target: null },
    { what: 'unchanged synchronisation of Billetweb: time', value: second.seconds, unit: 's', target: null },
    { what: 'unchanged synchronisation of Billetweb: requests', value: second.requests, unit: 'requests', target: 1 },
  ];
}

async function waitForRun(connectionId: string, count: number) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline) {
    const runs = await database().synchronizationRun.findMany({
      where: { connectionId },
      orderBy: { createdAt: 'desc' },
    });
    const [run] = runs;
    if (runs.length === count && run?.finishedAt && run.startedAt) {
      if (run.state !== 'succeeded') throw new Error(`synchronisation ${run.state}: ${run.errorCode}`);
      return {
        seconds: round((run.finishedAt.getTime() - run.startedAt.getTime()) / 1000),
        requests: run.requests,
        shows: run.seriesDone,
        performances: run.performancesDone,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
  throw new Error('the synchronisation did not end in time');
}
