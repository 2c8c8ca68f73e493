import 'server-only';
import { env } from '@/server/env';

const DAY_MILLISECONDS = 86_400_000;
const plain = { 'Content-Type': 'text/plain; charset=utf-8' };

/** Search engines read production only; the security contact is for everybody. */
export function answerRobots(): Response {
  const { APP_MODE, APP_BASE_URL } = env();
  const lines =
    APP_MODE === 'prod'
      ? ['User-agent: *', 'Disallow: /api/', 'Disallow: /structures/', `Sitemap: ${APP_BASE_URL}/sitemap.xml`]
      : ['User-agent: *', 'Allow: /.well-known/', 'Disallow: /'];
  return new Response(`${lines.join('\n')}\n`, { headers: plain });
}

/** RFC 9116. It expires: half a year ahead, so that a copy kept somewhere dies. */
export function answerSecurityContact(now = new Date()): Response {
  const { APP_BASE_URL, MAIL_FROM_DOMAIN } = env();
  const expires = new Date(now.getTime() + 180 * DAY_MILLISECONDS);
  const lines = [
    `Contact: mailto:securite@${MAIL_FROM_DOMAIN}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${APP_BASE_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: plain });
}

/** The pages that anybody may read. */
export function answerSitemap(paths: readonly string[]): Response {
  const urls = paths.map((path) => `  <url><loc>${env().APP_BASE_URL}${path}</loc></url>`);
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
  ].join('\n');
  return new Response(`${xml}\n`, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
