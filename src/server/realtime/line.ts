import 'server-only';
import pg from 'pg';
import * as z from 'zod/mini';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { CHANNEL, type Gap, type Notice } from './notify';

type Subscriber = (notice: Notice | Gap) => void;

const FIRST_WAIT_MILLISECONDS = 200;
const LONGEST_WAIT_MILLISECONDS = 5_000;
/** A connection cut without a word is noticed within this time. */
const PROBE_MILLISECONDS = 15_000;

const noticeSchema: z.ZodMiniType<Notice> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connection'), organizationId: z.string(), id: z.string() }),
  z.object({ kind: z.literal('series'), organizationId: z.string(), id: z.string(), by: z.nullable(z.string()) }),
  z.object({ kind: z.literal('import'), organizationId: z.string(), id: z.string() }),
  z.object({ kind: z.literal('submission'), organizationId: z.string(), id: z.string() }),
]);

/** The one LISTEN connection of a process. It opens with the first subscriber, and again whenever it is lost. */
export class Line {
  readonly #subscribers = new Set<Subscriber>();
  readonly #url: string;
  #client: pg.Client | null = null;
  #listening = false;
  #opening = false;
  #closed = false;
  #wait = FIRST_WAIT_MILLISECONDS;
  #timer: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    if (this.#listening) subscriber({ kind: 'gap' });
    else void this.#open();
    return () => void this.#subscribers.delete(subscriber);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listening = false;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #open(): Promise<void> {
    if (this.#opening || this.#closed || this.#client) return;
    this.#opening = true;
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: 'assistant-realtime',
    });
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client, null));
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.#listening = true;
      this.#wait = FIRST_WAIT_MILLISECONDS;
      this.#tell({ kind: 'gap' });
      this.#probe(client);
    } catch (error) {
      this.#lose(client, error);
    } finally {
      this.#opening = false;
    }
  }

  #probe(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.#client === client && this.#probe(client),
        (error: unknown) => this.#lose(client, error),
      );
    }, PROBE_MILLISECONDS).unref();
  }

  #lose(client: pg.Client, error: unknown): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#listening = false;
    clearTimeout(this.#timer);
    client.end().catch(() => undefined);
    if (this.#closed) return;
    logger().warn({ err: error }, 'the LISTEN connection was lost, and will be opened again');
    this.#timer = setTimeout(() => void this.#open(), this.#wait).unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MILLISECONDS);
  }

  #receive(payload: string): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(payload);
    } catch {
      parsed = null;
    }
    const notice = noticeSchema.safeParse(parsed);
    if (notice.success) this.#tell(notice.data);
    else logger().warn('a notice that is not one of ours was ignored');
  }

  #tell(notice: Notice | Gap): void {
    for (const subscriber of [...this.#subscribers]) subscriber(notice);
  }
}

const holder: typeof globalThis & { assistantLine?: Line } = globalThis;

export function sharedLine(): Line {
  holder.assistantLine ??= new Line(env().DATABASE_URL);
  return holder.assistantLine;
}

export async function closeLine(): Promise<void> {
  const line = holder.assistantLine;
  delete holder.assistantLine;
  await line?.close();
}
