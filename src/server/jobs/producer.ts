import 'server-only';
import { PgBoss } from 'pg-boss';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { ensureQueue, type QueueRules } from './queues';

type Producer = { readonly boss: PgBoss; readonly known: Set<string> };

const holder: typeof globalThis & { assistantProducer?: Promise<Producer> } = globalThis;

/** The side that only sends: it never supervises, never schedules. Its two connections read what queues exist; jobs go through the caller's transaction. */
export async function producerFor(job: QueueRules): Promise<PgBoss> {
  const { boss, known } = await startedProducer();
  if (!known.has(job.name)) {
    await ensureQueue(boss, job);
    known.add(job.name);
  }
  return boss;
}

/** The queue of this process, for reading. */
export async function producer(): Promise<PgBoss> {
  return (await startedProducer()).boss;
}

export async function closeProducer(): Promise<void> {
  const started = holder.assistantProducer;
  delete holder.assistantProducer;
  const { boss } = (await started?.catch(() => null)) ?? {};
  await boss?.stop({ graceful: false });
}

function startedProducer(): Promise<Producer> {
  holder.assistantProducer ??= start().catch((error: unknown) => {
    // The next request tries again: the database may be back.
    delete holder.assistantProducer;
    throw error;
  });
  return holder.assistantProducer;
}

async function start(): Promise<Producer> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'assistant-producer',
    max: 2,
    connectionTimeoutMillis: 5_000,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
    queueCacheIntervalSeconds: 3600,
  });
  boss.on('error', (error) => logger().warn({ err: error }, 'queue'));
  await boss.start();
  return { boss, known: new Set() };
}
