import { describe, expect, it } from '@jest/globals';
import { NextRequest } from 'next/server';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { proxy } from '@/proxy';
import { buildSecurityHeaders } from './security-headers';

Object.assign(process.env, parseEnv(readFileSync('.env.test', 'utf8')));

describe('headers of safety', () => {
  it('lets run our own scripts only, by the nonce of the answer', () => {
    const headers = buildSecurityHeaders({ nonce: 'abc', isHttps: true, allowEval: false });
    expect(headers['Content-Security-Policy']).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(headers['Content-Security-Policy']).toContain('upgrade-insecure-requests');
    expect(headers['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('does not ask for https where the service has none', () => {
    const headers = buildSecurityHeaders({ nonce: 'abc', isHttps: false, allowEval: false });
    expect(headers['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
    expect(headers).not.toHaveProperty('Strict-Transport-Security');
  });

  it('are on every answer, with another nonce each time, which the page is given', () => {
    const [first, second] = [1, 2].map(() => proxy(new NextRequest('http://localhost:3000/connexion')));
    const nonces = [first, second].map((response) => response?.headers.get('x-middleware-request-x-nonce'));
    expect(new Set(nonces).size).toBe(2);
    expect(first?.headers.get('content-security-policy')).toContain(`'nonce-${nonces[0]}'`);
    expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });
});
