import type { TransmittableOrganism } from '@/domain/organism';

/**
 * Codes under which an agency may hold a postal code, the most precise first: the first that is held wins. SACEM lists whole
 * postal codes; SACD lists prefixes of 5, 3 or 2 digits (Corsica is 20, Monaco 980).
 */
export function listAgencyCodes(organism: TransmittableOrganism, postalCode: string): readonly string[] {
  const code = postalCode.trim();
  return organism === 'SACEM' ? [code] : [...new Set([code.slice(0, 5), code.slice(0, 3), code.slice(0, 2)])];
}
