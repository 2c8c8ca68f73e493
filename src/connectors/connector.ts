import type { RemoteSeries, TicketingSystem } from '@/domain/ticketing/model';

/** What the browser may know of a ticketing system: how it is called and which keys it asks for. */
export type ConnectorDescriptor = {
  readonly system: TicketingSystem;
  readonly label: string;
  /** Null when the system has a single secret. */
  readonly accessKey: { readonly label: string; readonly hint: string } | null;
  readonly secretKey: { readonly label: string; readonly hint: string };
  /** Shown beside the field: how to get the key, in sentences of one step each. */
  readonly steps: readonly string[];
  /** Documented quota, shared by every worker: at most `requests` in any `windowSeconds`. */
  readonly quota: {
    readonly requests: number;
    readonly windowSeconds: number;
    readonly concurrency: number;
    /** Whom the vendor counts: each account by itself, which is usual, or the IP address, hence all accounts together. */
    readonly scope?: 'account' | 'address';
    /** Requests more, still within what the vendor allows, for a person who tests a key while synchronisations take all of theirs. */
    readonly reserve?: number;
  };
};

export type Credentials = { readonly accessKey: string | null; readonly secretKey: string };

/** Something skipped or doubtful that the user should read, with the series named. The rest was delivered. */
export type ConnectorWarning = {
  readonly code:
    | 'series-without-date'
    | 'series-deleted'
    | 'amount-out-of-bounds'
    | 'missing-tariff'
    | 'unknown-ticket-status'
    | 'unsupported-currency'
    | 'foreign-tax-rate'
    | 'unexpected-series'
    | 'nothing-found';
  readonly detail: string;
};

/**
 * Waits for a place in the provider's quota. The worker's is shared through PostgreSQL; the CLI's lives in memory.
 * `penalize` is called when the provider answered 429: nobody asks again before `seconds` have passed.
 */
export type Quota = {
  acquire(signal: AbortSignal): Promise<void>;
  penalize(seconds: number): Promise<void>;
};

export type ConnectorContext = {
  readonly credentials: Credentials;
  /** Origin or base that replaces the vendor's (`…_API_BASE_URL`), else the vendor's own. */
  readonly baseUrl: string;
  readonly quota: Quota;
  /** Aborts everything: shutdown, or the overall budget of a synchronisation. */
  readonly signal: AbortSignal;
  /** False in production: an address that is private or not https is then refused with `invalid-address`. */
  readonly allowPrivateNetwork: boolean;
  /** Wall clock and pauses, passed in so that tests do not wait. */
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Between 0 and 1, spreads the pauses of workers that failed together; Math.random when absent. */
  readonly random?: () => number;
  /** Shortens the time-out of one request (30 s when synchronising, 4 s when testing a connection). */
  readonly timeoutMilliseconds?: number;
  /** One line per request: method, path without query, status, milliseconds. Never a key or a body. */
  readonly log?: (entry: { path: string; status: number | null; milliseconds: number; attempt: number }) => void;
};

/**
 * One step of a synchronisation. First `total`: the series about to be read, neither those of `skipSeriesIds` nor the deleted ones.
 * Series come whole (all performances, full totals), in any order, each once. Where the vendor lists the tickets of the whole
 * account, the walk that comes first yields checkpoints: what it takes to go on from there after a stop.
 */
export type ConnectorEvent =
  | { readonly type: 'checkpoint'; readonly checkpoint: string; readonly tickets: number }
  | { readonly type: 'total'; readonly series: number }
  | { readonly type: 'series'; readonly series: RemoteSeries; readonly tickets: number }
  | { readonly type: 'warning'; readonly warning: ConnectorWarning }
  | ConnectorInventory;

/**
 * Where one answer holds the whole account, last and once: every series that is there, delivered or not. What is stored and not among
 * them has no performance left between the two instants. Not told of an empty account, which is suspicious.
 */
export type ConnectorInventory = {
  readonly type: 'inventory';
  readonly seriesIds: readonly string[];
  readonly completeFrom: string;
  readonly completeBefore: string;
};

export type SynchronizeOptions = {
  /** Changes since this instant (start of the last success, or 13 months back). */
  readonly since: Date;
  /** Series already written by the run being resumed: not fetched again. */
  readonly skipSeriesIds?: ReadonlySet<string>;
  /**
   * The last checkpoint of the run being resumed. Opaque to the caller, at most 4 MB, free of keys and of personal data; one that
   * cannot be read any more is ignored, and the walk starts again.
   */
  readonly checkpoint?: string | null;
};

/**
 * A ticketing system. An abort rejects with `signal.reason`, untouched. Otherwise both methods throw AppError with one of the eight ticketing codes and never put a key or a remote body
 * in the message. `synchronize` yields series as they are complete, so that each can be stored on its own; a broken answer
 * throws, and the caller keeps what it stored but does not move its cursor.
 */
export type Connector = {
  readonly descriptor: ConnectorDescriptor;
  /** The vendor's own address, used when `…_API_BASE_URL` does not replace it. */
  vendorBaseUrl(credentials: Credentials): string;
  /** One or two cheap requests, within 10 s. `account` identifies the remote account for ever (data rule 6). */
  testConnection(context: ConnectorContext): Promise<{ readonly account: string; readonly label: string }>;
  synchronize(context: ConnectorContext, options: SynchronizeOptions): AsyncIterable<ConnectorEvent>;
};
