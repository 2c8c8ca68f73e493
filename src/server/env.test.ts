import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { envSchema, readEnv } from './env';

const root = new URL('../../', import.meta.url);
const read = (file: string) => parseEnv(readFileSync(new URL(file, root), 'utf8'));
const known = Object.keys(envSchema.shape).sort();

describe('the environment', () => {
  it('is told to people whole: .env.example names every variable and no other', () => {
    expect(Object.keys(read('.env.example')).sort()).toEqual(known);
  });

  it('has a working value for every variable in .env.test', () => {
    const values = read('.env.test');
    expect(Object.keys(values)).toEqual(expect.arrayContaining(known));
    expect(readEnv(values)).toMatchObject({
      APP_BASE_URL: 'http://localhost:3000',
      ALLOW_PRIVATE_NETWORK: true,
      MAIL_CAUGHT_DOMAINS: [],
      JOBS_HEARTBEAT_SECONDS: 10,
      NEXT_PUBLIC_SENTRY_DSN: undefined,
    });
  });

  it('says everything that is missing or wrong at once, and repeats no value', () => {
    const { AUTH_SECRET: _absent, ...values } = read('.env.test');
    const source = {
      ...values,
      APP_BASE_URL: 'ftp://marked-value',
      FILE_LINK_SECRET: 'marked-short',
      CREDENTIALS_KEYS: 'marked:AAAA',
      SMTP_PRIMARY_URL: 'http://marked:marked@host',
    };
    expect(() => readEnv(source)).toThrow(
      [
        'The environment is not complete:',
        '  APP_BASE_URL is not an http(s) address',
        '  AUTH_SECRET is missing',
        '  FILE_LINK_SECRET needs at least 32 characters',
        '  CREDENTIALS_KEYS is not a list like id:base64,id:base64 of 32-byte keys with distinct ids',
        '  SMTP_PRIMARY_URL is not an address like smtp[s]://user:password@host:port',
      ].join('\n'),
    );
    expect(() => readEnv(source)).not.toThrow('marked');
  });

  it('takes an empty value for none', () => {
    const env = readEnv({ ...read('.env.test'), SMTP_FALLBACK_URL: '', COMPANY_DIRECTORY_BASE_URL: '' });
    expect(env.SMTP_FALLBACK_URL).toBeUndefined();
    expect(env.COMPANY_DIRECTORY_BASE_URL).toBe('https://recherche-entreprises.api.gouv.fr');
  });

  it('reads several keys, the first of which encrypts, and refuses two of one id', () => {
    const base64 = (letter: string) => Buffer.from(letter.repeat(32)).toString('base64');
    const keys = `new:${base64('n')}, old:${base64('o')}`;
    expect(readEnv({ ...read('.env.test'), CREDENTIALS_KEYS: keys }).CREDENTIALS_KEYS).toEqual([
      { id: 'new', key: Buffer.from('n'.repeat(32)) },
      { id: 'old', key: Buffer.from('o'.repeat(32)) },
    ]);
    expect(() => readEnv({ ...read('.env.test'), CREDENTIALS_KEYS: `a:${base64('n')},a:${base64('o')}` })).toThrow(
      'CREDENTIALS_KEYS is not a list',
    );
  });
});
