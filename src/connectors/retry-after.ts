/**
 * Milliseconds to wait according to a `Retry-After` header: seconds or an HTTP date (RFC 9110 §10.2.3), a past date is 0.
 * Null when the header is absent or says nothing readable.
 */
export function parseRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
