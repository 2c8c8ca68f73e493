import 'server-only';

/** Bounds of one request of the push API. */
export const pushLimits = {
  bodyBytes: 2_000_000,
  showsPerRequest: 50,
  performancesPerShow: 500,
  showsPerPage: 50,
  /** How long an answer can be asked for again with its Idempotency-Key. */
  idempotencyHours: 24,
  /** Performances further ahead, or before this year, are mistakes of typing. */
  yearsAhead: 5,
  firstYear: 2000,
  /** Passes of a festival last; nothing sold as one performance lasts longer. */
  longestDays: 31,
} as const;
