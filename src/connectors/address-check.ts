import { lookup as resolveWithSystem, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AppError } from '@/domain/errors';

/** Special-purpose ranges of the IANA registries (RFC 6890 and its updates): nothing there is a public ticket shop. */
const privateV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** `::/96`, `::ffff:0:0/96`, `64:ff9b::/32` and `2002::/16` carry an IPv4 address inside, which could be a private one. */
const privateV6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

/** Two lists: in a single one every IPv4 address would be compared, mapped, with `::ffff:0:0/96`. */
const blockedV4 = new BlockList();
const blockedV6 = new BlockList();
for (const [network, prefix] of privateV4) blockedV4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of privateV6) blockedV6.addSubnet(network, prefix, 'ipv6');

/** True for loopback, private, link-local, shared, documentation, multicast and reserved addresses, and for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return family === 4 ? blockedV4.check(address, 'ipv4') : blockedV6.check(address, 'ipv6');
}

/**
 * Refuses, with `invalid-address`, an address that the server must not call: not https, with a user or password in it, or a
 * private IP written as such. Names are checked when they are resolved, by `createPublicLookup`, so that a name that points
 * to a private address is refused on every connection and not only the first time.
 */
export function checkAddress(url: URL, allowPrivateNetwork: boolean): void {
  const isAllowedScheme = url.protocol === 'https:' || (allowPrivateNetwork && url.protocol === 'http:');
  if (!isAllowedScheme) throw new AppError('invalid-address', 'the address is not https');
  if (url.username !== '' || url.password !== '')
    throw new AppError('invalid-address', 'the address holds credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateNetwork && isIP(host) !== 0 && isPrivateAddress(host)) {
    throw new AppError('invalid-address', 'the address is private');
  }
}

type ResolveAll = (
  hostname: string,
  options: { readonly all: true; readonly family?: number | 'IPv4' | 'IPv6'; readonly hints?: number },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A DNS look-up for sockets that fails with `invalid-address` when any of the resolved addresses is private. */
export function createPublicLookup(resolve: ResolveAll = resolveWithSystem): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { all: true, family: options.family, hints: options.hints }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        callback(error ?? new AppError('unavailable', 'the name has no address'), '', 0);
      } else if (addresses.some(({ address }) => isPrivateAddress(address))) {
        callback(new AppError('invalid-address', 'the name resolves to a private address'), '', 0);
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
