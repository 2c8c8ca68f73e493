/** Version of the terms of use that a new account accepts: the day they were published. Recorded with the acceptance. */
export const termsVersion = '2026-11-22';
