import type { TransmittableOrganism } from '@/domain/organism';

/** What finds an agency: the address of a venue. */
export type AgencyPlace = { readonly postalCode: string; readonly countryCode: string };

/**
 * France, its overseas parts that have a country code of their own, and Monaco, which shares the French postal codes: outside of
 * them, five digits are the code of another country and lead to no agency.
 */
const served = new Set(['FR', 'MC', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'PF', 'NC', 'WF']);

/**
 * Codes under which an agency may hold a place, the most precise first: the first that is held wins. SACEM lists whole postal
 * codes; SACD lists prefixes of 5, 3 or 2 digits (Corsica is 20, Monaco 980). Empty for a place abroad.
 */
export function listAgencyCodes(organism: TransmittableOrganism, place: AgencyPlace): readonly string[] {
  const code = toPostalCode(place);
  if (!served.has(place.countryCode) || code === '') return [];
  return organism === 'SACEM' ? [code] : [...new Set([code, code.slice(0, 3), code.slice(0, 2)])];
}

/** `2A004` and `2B033` are written by people who take the department for the code; Monaco has one town and one code. */
function toPostalCode({ postalCode, countryCode }: AgencyPlace): string {
  const code = postalCode.replace(/[\s-]/g, '').toUpperCase();
  if (countryCode === 'MC' || code === 'MONACO') return '98000';
  return code
    .replace(/^F(?=\d{5}$)/, '')
    .replace(/^2[AB](?=\d{3}$)/, '20')
    .slice(0, 5);
}
