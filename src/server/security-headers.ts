import 'server-only';

export type SecurityHeaderOptions = {
  /** Fresh for each answer; Next.js and the design system put it on their scripts. */
  readonly nonce: string;
  /** The address of the service is https: browsers are told to keep to it. */
  readonly isHttps: boolean;
  /** Hot reload evaluates code. */
  readonly allowEval: boolean;
};

/**
 * The policy of our pages: scripts of ours only, each with the nonce of the answer. Inline styles stay open: the design system
 * writes a <style> for the colour scheme, and React writes style attributes; neither can run code. Frames are our own
 * (preview of a document).
 */
export function buildContentSecurityPolicy({ nonce, isHttps, allowEval }: SecurityHeaderOptions): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${allowEval ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${allowEval ? ' ws:' : ''}`,
    `frame-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Every header of safety that an answer carries. */
export function buildSecurityHeaders(options: SecurityHeaderOptions): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': buildContentSecurityPolicy(options),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    // Addresses hold tokens (new password) and ids. Not `no-referrer`: browsers would then send no Origin, which we check.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy':
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-DNS-Prefetch-Control': 'off',
    ...(options.isHttps ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
