import 'server-only';

/** What is counted, per person, per e-mail or per key: how many requests in how many seconds. */
export const rateLimits = {
  /** Per e-mail, whatever the address it comes from: someone guesses one password. */
  'sign-in': { points: 10, seconds: 900 },
  /** Per e-mail: someone fills a mailbox. */
  'account-mail': { points: 5, seconds: 900 },
  /** Per person: one request per keystroke, after a pause. */
  'company-search': { points: 60, seconds: 60 },
  'address-search': { points: 120, seconds: 60 },
  /** Per person: calls the ticketing system while they wait. */
  'connection-test': { points: 20, seconds: 300 },
  /** Per key of the push API, then per address of those whose key is refused. */
  push: { points: 120, seconds: 60 },
  'push-refused': { points: 30, seconds: 60 },
  /** Per person: up to 30 MB each. */
  import: { points: 20, seconds: 300 },
  /** Per person: documents of shows, up to 5 MiB each, a hundred dropped at once. */
  attachment: { points: 300, seconds: 300 },
  /** Per person: reads all that a structure has. */
  export: { points: 40, seconds: 300 },
  transmit: { points: 30, seconds: 300 },
} as const;
export type RateLimitName = keyof typeof rateLimits;
