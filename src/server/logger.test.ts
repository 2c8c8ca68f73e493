import { describe, expect, it } from '@jest/globals';
import { withCorrelation } from './correlation';
import { createLogger } from './logger';

function recording() {
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line: string) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the logger', () => {
  it('writes one JSON line with level, time, message and the correlation id of what is under way', () => {
    const { log, last } = recording();
    withCorrelation('c-42', () => log.info({ seriesId: 's-1' }, 'series stored'));
    const { time, ...line } = last();
    expect(line).toEqual({ level: 'info', correlationId: 'c-42', seriesId: 's-1', msg: 'series stored' });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each([
    ['password', { password: 'MARKED' }],
    ['newPassword', { form: { newPassword: 'MARKED' } }],
    ['secretKey', { input: { credentials: undefined, secretKey: 'MARKED' } }],
    ['accessKey', { a: { b: { c: [{ accessKey: 'MARKED' }] } } }],
    ['credentials', { credentials: { anything: 'MARKED' } }],
    ['token', { session: { token: 'MARKED' } }],
    ['authorization', { headers: { Authorization: 'MARKED' } }],
    ['cookie', { headers: { 'set-cookie': ['MARKED'] } }],
    ['apiKey', { apiKey: 'MARKED', 'x-api-key': 'MARKED' }],
    ['a bearer in a text', { detail: 'header Authorization: Bearer MARKED' }],
    ['a password in an address', { url: 'smtp://user:MARKED@host:25' }],
    ['a key in a query', { url: 'https://billetweb.test/api?user=MARKED&key=MARKED&version=1' }],
    ['an error and its cause', { err: new Error('https://x.test/?api_key=MARKED', { cause: { secret: 'MARKED' } }) }],
  ])('masks %s, at whatever depth', (_name, fields) => {
    const { log, lines } = recording();
    log.error(fields, 'something');
    log.child(fields).error('something');
    expect(lines.join('')).not.toContain('MARKED');
    expect(lines[0]).toContain('[masked]');
  });

  it('tells an error by its name, message, code and stack, and none of its other properties', () => {
    const { log, last } = recording();
    log.error(
      { err: Object.assign(new RangeError('too far'), { code: 'E_FAR', request: { body: 'MARKED' } }) },
      'failed',
    );
    expect(last().err).toEqual({ type: 'RangeError', message: 'too far', code: 'E_FAR', stack: expect.any(String) });
  });
});
