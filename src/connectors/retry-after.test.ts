import { describe, expect, it } from '@jest/globals';
import { parseRetryAfter } from './retry-after';

const now = new Date('2026-11-20T10:00:00.000Z');

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds with spaces around', ' 5 ', 5000],
    ['zero', '0', 0],
    ['an HTTP date', 'Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
    ['a past HTTP date', 'Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['nothing', undefined, null],
    ['an empty text', '', null],
    ['a negative number', '-3', null],
    ['words', 'later, please', null],
  ])('given as %s', (_title, header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
