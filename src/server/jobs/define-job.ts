import 'server-only';
import { type z } from 'zod';

/** How a job is retried, expires and is told apart. Payloads are identifiers only: never documents, never keys. */
export type JobDefinition<Payload> = {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  /** Attempts after the first; at least 1, for a worker that dies uses one up. */
  readonly retryLimit: number;
  /** Seconds before the first retry; doubled at each. */
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds?: number;
  /** A run longer than this is taken for dead. */
  readonly expireInSeconds: number;
  /**
   * A worker that stops breathing for this long has lost the job, which is taken up again after the retry delay.
   * At least 10; `JOBS_HEARTBEAT_SECONDS` when left out.
   */
  readonly heartbeatSeconds?: number;
  /** Jobs of the same key are never waiting twice. */
  readonly key: (payload: Payload) => string;
  /** How many run at once in one worker. */
  readonly concurrency: number;
  /** Cron in Europe/Paris, for jobs that nobody enqueues: their schema accepts `{}`. */
  readonly cron?: string;
};

/** Gives a definition its type; the handler is in `<job>.handler.ts`, loaded by the worker alone. */
export function defineJob<Payload extends object>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

/** What a handler gets beside its payload. Handlers are written to run twice: they will. */
export type JobContext = {
  readonly jobId: string;
  /** From 0. */
  readonly attempt: number;
  /** True at the last attempt: say the failure to a person now. */
  readonly lastAttempt: boolean;
  /** Aborts when the worker is asked to stop, or when the job has been taken away from it. */
  readonly signal: AbortSignal;
};

/** What `<job>.handler.ts` exports as `handle`. */
export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;
