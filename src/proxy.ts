import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env, isHotReloading } from '@/server/env';
import { buildContentSecurityPolicy, buildSecurityHeaders } from '@/server/security-headers';

/**
 * Gives every answer its headers of safety, and every page the nonce of its scripts (`x-nonce`, and the policy that Next.js reads).
 * A page also learns its own address (`x-path`), to come back to it after signing in.
 */
export function proxy(request: NextRequest): NextResponse {
  const options = {
    nonce: randomBytes(16).toString('base64'),
    isHttps: env().APP_BASE_URL.startsWith('https://'),
    allowEval: isHotReloading,
  };
  const headers = new Headers(request.headers);
  headers.set('x-nonce', options.nonce);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('Content-Security-Policy', buildContentSecurityPolicy(options));
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(buildSecurityHeaders(options))) response.headers.set(name, value);
  return response;
}

/**
 * Everything but the files of the build, which carry no page, and the files that people give: a body that passes here is kept in memory,
 * and cut after 10 MB.
 */
export const config = { matcher: ['/((?!_next/static|_next/image|dsfr/|favicon|api/imports/|api/attachments).*)'] };
