import { json, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { addresses, type KnownAddress } from './addresses';
import { matchesWords, normalizeWords } from './match-words';

const kinds = ['housenumber', 'street', 'locality', 'municipality'];

/**
 * The national address base, `GET /search?q=…&limit=…` (https://data.geopf.fr/geocodage): GeoJSON, best first,
 * 3 to 200 characters beginning with a letter or a digit.
 */
export function createAddressDirectory(): SandboxSystem {
  return {
    name: 'addresses',
    title: 'Base nationale des adresses',
    handle: search,
    toSubject: ({ query }) => query.get('q') ?? '',
    refuseForNow: (seconds) =>
      json({ message: 'Too Many Requests' }, 429, seconds === null ? {} : { 'retry-after': String(seconds) }),
    reset: () => undefined,
  };
}

function search({ method, path, query }: SandboxRequest): Reply {
  if (method !== 'GET' || path !== '/search') return json({ code: 404, message: 'Not found' }, 404);
  const q = query.get('q') ?? '';
  const limit = Number(query.get('limit') ?? '5');
  const detail = [
    ...(/^[\p{Letter}\p{Number}].{2,199}$/u.test(q.trim())
      ? []
      : ['q: must contain between 3 and 200 chars and start with a number or a letter']),
    ...(Number.isInteger(limit) && limit >= 1 && limit <= 50
      ? []
      : ['limit: Param limit must be an integer between 1 and 50']),
  ];
  if (detail.length > 0) return json({ code: 400, message: 'Failed parsing query', detail }, 400);
  const type = query.get('type');
  const features = addresses
    .filter((address) => matchesWords(toLabel(address), q) && (type === null || address.type === type))
    .sort((a, b) => kinds.indexOf(a.type) - kinds.indexOf(b.type))
    .slice(0, limit)
    .map((address, index) => encode(address, q, index));
  return json({ type: 'FeatureCollection', features, query: q });
}

function toLabel({ name, postalCode, city, type }: KnownAddress): string {
  return type === 'municipality' ? `${city} ${postalCode}` : `${name} ${postalCode} ${city}`;
}

function encode(address: KnownAddress, q: string, index: number): unknown {
  const { name, postalCode, city, type, context } = address;
  const [, housenumber, street] = /^(\d+\s?(?:bis|ter)?) (.+)$/.exec(name) ?? [];
  const isExact = normalizeWords(toLabel(address)) === normalizeWords(q);
  const cityCode = `${postalCode.slice(0, 2)}${postalCode.slice(2)}`;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-4.486 + index / 1000, 48.39 + index / 1000] },
    properties: {
      label: type === 'municipality' ? city : `${name} ${postalCode} ${city}`,
      score: isExact ? 0.98 : Math.max(0.2, 0.8 - index / 50),
      id: `${cityCode}_${normalizeWords(name).replaceAll(' ', '_').slice(0, 24)}`,
      type,
      name: type === 'municipality' ? city : name,
      ...(housenumber === undefined ? {} : { housenumber, street }),
      postcode: postalCode,
      citycode: cityCode,
      city,
      context,
      x: 145000 + index,
      y: 6835000 + index,
      importance: 0.5,
      _type: 'address',
    },
  };
}
