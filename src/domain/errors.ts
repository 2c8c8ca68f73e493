/**
 * The closed list of error codes. A code travels from the domain to the screen; its French sentence and its way out
 * are in `src/i18n/errors.ts`, one entry per code, checked by type.
 */
export const errorCodes = [
  // access
  'sign-in-required',
  'not-found', // also "not yours": the two answers are the same
  'forbidden',
  'too-many-requests',
  'invalid-input',
  // organizations
  'organization-already-registered',
  'organization-address-masked',
  'directory-unavailable',
  // ticketing (the first eight are also the codes of `cli ticketing preview`)
  'invalid-credentials',
  'insufficient-rights',
  'unavailable',
  'rate-limited',
  'unexpected-answer',
  'unsupported-currency',
  'foreign-tax-rate',
  'invalid-address',
  'connection-already-exists',
  'connection-disconnected',
  'too-many-api-keys',
  // imports
  'import-under-way',
  'import-incomplete',
  // declarations
  'stale-version',
  'declaration-locked',
  'declaration-incomplete',
  'no-organism-chosen',
  'both-taxes',
  'no-performance',
  'agency-not-found',
  'already-being-sent',
  'already-accepted',
  // transmission
  'sacd-unknown-declarant',
  'sacd-refused',
  'sacd-unavailable',
  'sacd-unexpected-answer',
  'mail-not-sent',
  'mail-refused',
  'outcome-unknown',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * An expected failure. `code` is for programs and screens, `message` for the log (English, never a key or a remote body);
 * `detail` may hold what the screen needs to say which thing failed (a name, a number), never a secret.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string = code,
    readonly detail: Readonly<Record<string, string | number | boolean | null>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
