import { isIP } from 'node:net';
import { AppError } from '@/domain/errors';

const bareHost = /^(?:[a-z0-9_-]{1,63}\.)+[a-z0-9_-]{1,63}$/;

/**
 * The domain of a box office as a person typed it, in lower case. Throws `invalid-address` for anything but a bare host name (letters,
 * digits, hyphens, underscores, dots): no scheme, path or port, and no IP address, even written as one number or in hexadecimal.
 */
export function parseDomain(accessKey: string | null): string {
  const domain = accessKey?.trim().toLowerCase() ?? '';
  // A host that the URL parser would write otherwise (`127.1` is 127.0.0.1) is an address in disguise.
  const isName = bareHost.test(domain) && domain.length <= 253 && URL.parse(`https://${domain}`)?.hostname === domain;
  if (!isName || isIP(domain) !== 0) throw new AppError('invalid-address', 'the domain is not a bare host name');
  return domain;
}

/**
 * What stands before every identifier of this customer, because those of two customers are the same numbers:
 * `billetterie.mon-theatre.fr` gives `billetterie-mon-theatre-fr`.
 */
export function toIdPrefix(domain: string): string {
  return domain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
