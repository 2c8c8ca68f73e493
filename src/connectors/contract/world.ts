import type { ConnectorWarning, Credentials } from '../connector';

/** A ticket as the simulated vendor's own accounts tell it. Cents, basis points, ISO-8601 UTC. */
export type ContractLedgerLine = {
  readonly seriesId: string;
  readonly seriesName: string;
  /** Null when the show has no date: it cannot be declared. */
  readonly startAt: string | null;
  readonly receivedCents: number;
  /** Null when the vendor tells none: nothing can be taken off, excluding taxes is including taxes. */
  readonly taxRateBp: number | null;
  readonly isCounted: boolean;
  readonly changedAt: string;
};

export type ContractTrouble = {
  readonly mode: string;
  readonly times?: number;
  /** Requests left in peace first. */
  readonly skip?: number;
  readonly retryAfterSeconds?: number;
  readonly delayMilliseconds?: number;
};

/** A strict imitation of the vendor over real HTTP, and what it knows of itself. Started anew for each test. */
export type ContractWorld = {
  readonly baseUrl: string;
  readonly credentials: {
    readonly valid: Credentials;
    readonly wrong: Credentials;
    /** Null when the vendor has no such keys. */
    readonly limited: Credentials | null;
    /** An account with nothing in it. */
    readonly empty: Credentials;
    /** An account where shows have one defect each, and one of them is only strangely written. */
    readonly odd: Credentials;
  };
  ledger(account: 'valid' | 'odd'): readonly ContractLedgerLine[];
  setTrouble(trouble: ContractTrouble): void;
  countRequests(): number;
  stop(): Promise<void>;
};

/** The clock of a test: `wait` moves it and returns at once. */
export type ContractClock = {
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly pauses: readonly number[];
};

export function createContractClock(startsAt: Date): ContractClock {
  let time = startsAt.getTime();
  const pauses: number[] = [];
  return {
    now: () => new Date(time),
    wait(milliseconds, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      pauses.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    pauses,
  };
}

/** A defect of the odd account: the name of the show and how it must be reported; null when it is rightly left out in silence. */
export type ExpectedSkip = {
  readonly seriesName: string;
  readonly code: ConnectorWarning['code'] | null;
  /** The show is delivered all the same, equal to the ledger: a warning is only about what has no date, or is doubtful. */
  readonly isPartial?: true;
};
