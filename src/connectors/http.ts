import { checkAddress } from './address-check';
import { createRowCollector, type RowCollector } from './collect-rows';
import type { ConnectorContext } from './connector';
import { parseRetryAfter } from './retry-after';
import { sendRequest, TransportFailure, type HttpAnswer } from './send-request';
import { AppError } from '@/domain/errors';

/** How patient a client is. Synchronising is a job that may wait; testing a connection happens in front of a person. */
export type HttpPolicy = {
  readonly attempts: number;
  readonly timeoutMilliseconds: number;
  /** A longer pause is not waited for: the call fails with `rate-limited` and the job comes back later. */
  readonly longestPauseMilliseconds: number;
  readonly maxBytes: number;
};
const mebibyte = 1024 * 1024;
export const synchronizationPolicy: HttpPolicy = {
  attempts: 4,
  timeoutMilliseconds: 30_000,
  longestPauseMilliseconds: 120_000,
  maxBytes: 128 * mebibyte,
};
export const connectionTestPolicy: HttpPolicy = {
  attempts: 2,
  timeoutMilliseconds: 4_000,
  longestPauseMilliseconds: 1_000,
  maxBytes: 16 * mebibyte,
};

type JsonRequest = {
  /** Appended to the base, from its slash on. The only part of the address that is ever logged. */
  readonly path: string;
  /** A list is written as the same parameter repeated. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** The query of the next attempt, where this failure may come from what was asked; null to ask the same again. */
  readonly otherwise?: (error: AppError) => Readonly<Record<string, string>> | null;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
/** What each attempt at it reads its rows with. */
type Sending = JsonRequest & { readonly collect?: () => RowCollector<unknown> };

/** What a vendor's own error object means, whatever its status. Null: nothing special, the general rules apply. */
export type VendorVerdict = 'rate-limited' | AppError | null;

export type HttpClientOptions = {
  readonly policy: HttpPolicy;
  readonly headers: Readonly<Record<string, string>>;
  /** Pause after a 429 without `Retry-After`. */
  readonly rateLimitPauseSeconds: number;
  readonly judge: (json: unknown, status: number) => VendorVerdict;
};

export type HttpClient = {
  /** The parsed body of a successful answer, of any JSON shape. Throws AppError, or `signal.reason` when aborted. */
  requestJson(request: JsonRequest): Promise<unknown>;
  /**
   * The same for a list that may be too long to be held whole: its rows go through `keep` while they arrive, and only the results
   * stay. Undefined when a successful answer is no list.
   */
  requestRows<Kept>(request: JsonRequest, keep: (row: unknown) => Kept): Promise<Kept[] | undefined>;
};

/** `pause` before the next attempt, in milliseconds; null when another attempt would be useless or rude. */
type Outcome =
  | { readonly type: 'answered'; readonly json: unknown }
  | { readonly type: 'failed'; readonly error: AppError; readonly pause: number | 'back-off' | null };

const longestBackOffMilliseconds = 30_000;

/**
 * JSON over HTTP under the rules that hold for every vendor (time-out, quota, attempts, back-off with jitter, type and shape
 * checks, bounded size). Nothing but the path, the status and the duration of a request is ever told to a log or an error.
 */
export function createHttpClient(context: ConnectorContext, options: HttpClientOptions): HttpClient {
  const { policy } = options;

  async function requestRows<Kept>(request: JsonRequest, keep: (row: unknown) => Kept): Promise<Kept[] | undefined> {
    const attempts: RowCollector<Kept>[] = [];
    const collect = () => {
      const collector = createRowCollector(keep);
      attempts[0] = collector;
      return collector;
    };
    await requestJson({ ...request, collect });
    return attempts[0]?.end();
  }

  async function requestJson(request: Sending): Promise<unknown> {
    let url = toUrl(context, request);
    for (let attempt = 1; ; attempt += 1) {
      context.signal.throwIfAborted();
      await context.quota.acquire(context.signal);
      const outcome = await tryOnce(url, request, attempt);
      if (outcome.type === 'answered') return outcome.json;
      const { error, pause } = outcome;
      if (pause === null || attempt >= policy.attempts) throw error;
      const milliseconds = pause === 'back-off' ? backOff(attempt, context.random ?? Math.random) : pause;
      if (milliseconds > policy.longestPauseMilliseconds) throw error;
      await context.wait(milliseconds, context.signal);
      const query = request.otherwise?.(error);
      if (query) url = toUrl(context, { ...request, query });
    }
  }

  async function tryOnce(url: URL, request: Sending, attempt: number): Promise<Outcome> {
    const startedAt = performance.now();
    const collector = request.collect?.();
    let status: number | null = null;
    try {
      const answer = await sendRequest(
        {
          method: request.method ?? 'GET',
          url,
          headers: { accept: 'application/json', 'accept-encoding': 'gzip', ...options.headers, ...request.headers },
          body: request.body,
        },
        {
          signal: context.signal,
          timeoutMilliseconds: context.timeoutMilliseconds ?? policy.timeoutMilliseconds,
          maxBytes: policy.maxBytes,
          allowPrivateNetwork: context.allowPrivateNetwork,
          ...(collector ? { onChunk: collector.write } : {}),
        },
      );
      status = answer.status;
      return await readOutcome(answer, collector?.end());
    } catch (error) {
      if (error instanceof TransportFailure) return toOutcome(error);
      throw error;
    } finally {
      const milliseconds = Math.round(performance.now() - startedAt);
      context.log?.({ path: request.path, status, milliseconds, attempt });
    }
  }

  async function readOutcome(answer: HttpAnswer, rows: unknown[] | undefined): Promise<Outcome> {
    const json = rows ?? parseJson(answer);
    const verdict = json === undefined ? null : options.judge(json, answer.status);
    if (verdict === 'rate-limited' || answer.status === 429) return refusedForNow(answer);
    if (verdict) return stop(verdict);
    if (json === undefined && isChallenge(answer)) return stop(new AppError('unavailable', 'the firewall answered'));
    if (answer.status >= 500) {
      return retry(new AppError('unavailable', `status ${answer.status}`, { status: answer.status }));
    }
    if (answer.status < 200 || answer.status >= 300) return stop(toRefusal(answer, json !== undefined));
    if (json === undefined) return stop(new AppError('unexpected-answer', 'the answer is not JSON'));
    return { type: 'answered', json };
  }

  async function refusedForNow(answer: HttpAnswer): Promise<Outcome> {
    const asked = parseRetryAfter(answer.headers['retry-after'], context.now());
    const pause = asked ?? options.rateLimitPauseSeconds * 1000;
    const retryAfterSeconds = Math.ceil(pause / 1000);
    await context.quota.penalize(retryAfterSeconds);
    return { type: 'failed', error: new AppError('rate-limited', 'too many requests', { retryAfterSeconds }), pause };
  }

  return { requestJson, requestRows };
}

function toUrl(context: ConnectorContext, request: JsonRequest): URL {
  const url = URL.parse(`${context.baseUrl.replace(/\/+$/, '')}${request.path}`);
  if (!url) throw new AppError('invalid-address', 'the address cannot be read');
  checkAddress(url, context.allowPrivateNetwork);
  for (const [name, values] of Object.entries(request.query ?? {})) {
    for (const value of [values].flat()) url.searchParams.append(name, value);
  }
  return url;
}

/**
 * Undefined when the body is not JSON, whatever the status says: an HTML page may come with 200. The body decides and not its
 * announced type, because back ends that never set one send good JSON as text/html.
 */
function parseJson(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** Cloudflare's page for suspected robots. Insisting makes it last longer. */
function isChallenge(answer: HttpAnswer): boolean {
  return answer.body.includes('cdn-cgi/challenge-platform') || answer.headers['cf-mitigated'] === 'challenge';
}

/** A 403 that says nothing, or says it in JSON, is the vendor's; a page is that of a firewall before it. */
function toRefusal({ status, body }: HttpAnswer, isJson: boolean): AppError {
  const isVendor = isJson || body.trim() === '';
  if (status === 401) return new AppError('invalid-credentials', 'status 401');
  if (status === 403) return new AppError(isVendor ? 'insufficient-rights' : 'unavailable', 'status 403');
  return new AppError('unexpected-answer', `status ${status}`, { status });
}

function toOutcome(failure: TransportFailure): Outcome {
  if (failure.reason === 'too-large') return stop(new AppError('unexpected-answer', failure.message));
  return retry(new AppError('unavailable', failure.message, { reason: failure.reason }));
}

function stop(error: AppError): Outcome {
  return { type: 'failed', error, pause: null };
}

function retry(error: AppError): Outcome {
  return { type: 'failed', error, pause: 'back-off' };
}

/** 1 s, 2 s, 4 s… up to 30 s, of which a random half at most is taken away. */
function backOff(attempt: number, random: () => number): number {
  const full = Math.min(longestBackOffMilliseconds, 1000 * 2 ** (attempt - 1));
  return Math.round(full * (1 - random() / 2));
}
