import type { TransmittableOrganism } from '@/domain/organism';

/** Codes of one cell. `isRepaired`: the spreadsheet had lost a leading zero, or wrote something else for the postal code. */
export type AgencyCodes = { readonly codes: readonly string[]; readonly isRepaired: boolean };

/** Codes that a cell of the file claims, or null when it holds none or something else. */
export function toAgencyCodes(organism: TransmittableOrganism, cell: string): AgencyCodes | null {
  return organism === 'SACEM' ? toPostalCode(cell) : toPrefixes(cell);
}

/** SACEM: one whole postal code. */
function toPostalCode(cell: string): AgencyCodes | null {
  const code = cell.replace(/\s/g, '').toUpperCase();
  if (code === 'MONACO') return { codes: ['98000'], isRepaired: true };
  if (/^2[AB]\d{3}$/.test(code)) return { codes: [`20${code.slice(2)}`], isRepaired: true };
  return /^\d{4,5}$/.test(code) ? { codes: [code.padStart(5, '0')], isRepaired: code.length < 5 } : null;
}

/** SACD: prefixes of two, three or five digits, several in one cell («22 et 56», «2A/2B»). */
function toPrefixes(cell: string): AgencyCodes | null {
  const texts = cell.split(/[/,+]|\s+et\s+/i).map((part) => part.replace(/\s/g, '').toUpperCase());
  const isWholeCorsica = texts.includes('2A') && texts.includes('2B');
  const parts = texts.map((text) => (isWholeCorsica && corsica[text] ? ['20'] : toPrefix(text)));
  if (parts.some((part) => part === null)) return null;
  const isRepaired = texts.some((text) => /^\d(\d{3})?$/.test(text));
  return { codes: [...new Set(parts.flatMap((part) => part ?? []))], isRepaired };
}

/** The two departments of Corsica share the postal codes 20: Corse-du-Sud begins with 200 or 201, Haute-Corse with 202 or 206. */
const corsica: Readonly<Record<string, readonly string[]>> = { '2A': ['200', '201'], '2B': ['202', '206'] };

/** One digit or four lost their leading zero. */
function toPrefix(text: string): readonly string[] | null {
  if (text === 'MONACO') return ['980'];
  const halves = corsica[text];
  if (halves) return halves;
  if (!/^(\d{1,3}|\d{4,5})$/.test(text)) return null;
  return [text.length === 1 || text.length === 4 ? `0${text}` : text];
}
