import { database } from '@/server/db/client';
import { createCaller } from '@/server/trpc/root';
import { type BenchSeason, bencher } from './season';
import { type Measure, summarize } from './statistics';

const WARM_UPS = 5;
const RUNS = 30;

/** Server time of the procedures behind the two heaviest pages, called in this process on the same database; bytes of their JSON. */
export async function measureProcedures({ organizationId, userId, longSeriesId }: BenchSeason): Promise<Measure[]> {
  const caller = createCaller({
    db: database(),
    user: { id: userId, email: bencher.email, firstname: 'Mesure', lastname: 'Exacte', isAdmin: false },
    correlationId: 'bench',
    ipAddress: null,
  });
  const list = await time(() => caller.series.list({ organizationId }));
  const show = await time(() => caller.declarations.get({ organizationId, seriesId: longSeriesId }));
  const todo = await time(() => caller.series.todo({ organizationId }));
  let { version } = await caller.declarations.get({ organizationId, seriesId: longSeriesId });
  let capacity = 180;
  const save = await time(async () => {
    capacity += 1;
    ({ version } = await caller.declarations.save({
      organizationId,
      seriesId: longSeriesId,
      version,
      patch: { series: { capacity } },
    }));
  });
  return [
    { what: 'list of 2,000 shows × 5: server time of series.list', value: list.median, unit: 'ms', target: 30 },
    { what: 'list of 2,000 shows × 5: bytes of the answer', value: list.kilobytes, unit: 'kB', target: 100 },
    { what: 'list of 2,000 shows × 5: server time of series.todo', value: todo.median, unit: 'ms', target: null },
    { what: 'show of 200 performances: server time of declarations.get', value: show.median, unit: 'ms', target: null },
    { what: 'show of 200 performances: bytes of the answer', value: show.kilobytes, unit: 'kB', target: null },
    { what: 'show of 200 performances: server time of declarations.save', value: save.median, unit: 'ms', target: 150 },
  ];
}

async function time(run: () => Promise<unknown>): Promise<{ median: number; kilobytes: number }> {
  const times: number[] = [];
  let answer: unknown;
  for (let turn = 0; turn < WARM_UPS + RUNS; turn += 1) {
    const start = performance.now();
    answer = await run();
    if (turn >= WARM_UPS) times.push(performance.now() - start);
  }
  const bytes = Buffer.byteLength(JSON.stringify(answer ?? null));
  return { median: summarize(times).median, kilobytes: Math.round(bytes / 100) / 10 };
}
