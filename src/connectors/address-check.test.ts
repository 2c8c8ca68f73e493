import { describe, expect, it } from '@jest/globals';
import { checkAddress, createPublicLookup, isPrivateAddress } from './address-check';
import { AppError } from '@/domain/errors';

describe('An IP address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.7',
    '198.18.0.1',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:93.184.216.34',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'not an address',
    '',
  ])('«\u00a0%s\u00a0» is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2a01:e0a::1', '2606:4700::1111'])(
    '«\u00a0%s\u00a0» is public',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe('An address typed by somebody', () => {
  it.each([
    'http://shop.example/api',
    'ftp://shop.example',
    'file:///etc/passwd',
    'https://user:secret@shop.example',
    'https://127.0.0.1',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest',
  ])('«\u00a0%s\u00a0» is refused', (address) => {
    expect(() => checkAddress(new URL(address), false)).toThrow(expect.objectContaining({ code: 'invalid-address' }));
  });

  it('is accepted when it is https and not written as a private IP', () => {
    expect(() => checkAddress(new URL('https://shop.example/api'), false)).not.toThrow();
    expect(() => checkAddress(new URL('https://93.184.216.34/api'), false)).not.toThrow();
  });

  it('may be private or plain http where the private network is allowed', () => {
    expect(() => checkAddress(new URL('http://127.0.0.1:9000/api'), true)).not.toThrow();
    expect(() => checkAddress(new URL('file:///etc/passwd'), true)).toThrow(AppError);
  });
});

describe('Resolving a name', () => {
  type Resolved = readonly [code: string | null, address: unknown];

  function resolveTo(addresses: readonly string[], options: { readonly all?: boolean } = {}): Promise<Resolved> {
    const lookup = createPublicLookup((_name, _options, callback) => {
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    });
    return new Promise((done) => {
      lookup('shop.example', options, (error, address) => {
        done(error ? [error instanceof AppError ? error.code : 'other', null] : [null, address]);
      });
    });
  }

  it('gives the address when it is public', async () => {
    expect(await resolveTo(['93.184.216.34'])).toEqual([null, '93.184.216.34']);
  });

  it('gives every address when they are all asked for', async () => {
    expect(await resolveTo(['93.184.216.34', '2606:4700::1111'], { all: true })).toEqual([
      null,
      [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
    ]);
  });

  it('refuses a name when one of its addresses is private', async () => {
    expect(await resolveTo(['93.184.216.34', '10.0.0.1'], { all: true })).toEqual(['invalid-address', null]);
    expect(await resolveTo(['::1'])).toEqual(['invalid-address', null]);
  });

  it('asks once and gives what it checked: what the name says the next moment is not used', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    const lookup = createPublicLookup((_name, _options, callback) => {
      callback(null, [{ address: answers.shift() ?? '', family: 4 }]);
    });
    const next = () =>
      new Promise((done) => {
        lookup('shop.example', { all: true }, (error, addresses) => done(error ? error.message : addresses));
      });
    expect(await next()).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(answers).toEqual(['127.0.0.1']);
    expect(await next()).toBe('the name resolves to a private address');
  });

  it('says that the vendor is unavailable when the name leads nowhere', async () => {
    expect(await resolveTo([])).toEqual(['unavailable', null]);
  });

  it('passes the failure of the resolver on', async () => {
    const lookup = createPublicLookup((_name, _options, callback) => callback(new Error('ENOTFOUND'), []));
    const code = await new Promise((done) => lookup('shop.example', {}, (error) => done(error?.message)));
    expect(code).toBe('ENOTFOUND');
  });
});
