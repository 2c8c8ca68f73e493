import { parse } from 'csv-parse/sync';
import { AppError } from '@/domain/errors';
import type { TransmittableOrganism } from '@/domain/organism';
import { compareText } from '@/domain/ticketing/model';

export type AgencyEntry = {
  /** Lower case; the identity of an agency. */
  readonly email: string;
  /** Sorted, each once. */
  readonly codes: readonly string[];
};

export type ParsedAgencies = {
  /** By e-mail. */
  readonly agencies: readonly AgencyEntry[];
  /** Codes that several agencies claim: the first in the file has it. */
  readonly conflicts: readonly { readonly code: string; readonly emails: readonly string[] }[];
  /** Rows left out, with the number a spreadsheet shows for them. */
  readonly unreadableRows: readonly { readonly row: number; readonly reason: 'code' | 'email' }[];
};

const columns = {
  SACEM: { code: 'cp', email: 'mail', header: 'LOCAL,CP,Mail' },
  SACD: { code: 'departement', email: 'mail', header: 'Département,mail' },
} as const;

/**
 * Reads the list of agencies that an organism gives as a spreadsheet. Commas, semicolons or tabs; UTF-8 with or without mark,
 * or Windows-1252; spaces, capitals, doubles and leading zeros that a spreadsheet ate are mended; other columns are ignored.
 * Throws `invalid-input` when the columns are not there or no row can be read: such a file must not empty the list.
 */
export function parseAgencies(organism: TransmittableOrganism, file: Uint8Array): ParsedAgencies {
  const { code: codeColumn, email: emailColumn, header } = columns[organism];
  const [head = [], ...rows] = readRows(file);
  const names = head.map(toColumnName);
  const [codeAt, emailAt] = [names.indexOf(codeColumn), names.indexOf(emailColumn)];
  if (codeAt < 0 || emailAt < 0) {
    throw new AppError('invalid-input', `ce fichier n’a pas les colonnes attendues (${header})`);
  }
  const claims = new Map<string, string[]>();
  const unreadableRows: { row: number; reason: 'code' | 'email' }[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const codes = toCodes[organism](cells[codeAt] ?? '');
    const email = toEmail(cells[emailAt] ?? '');
    if (codes === null || email === null) {
      unreadableRows.push({ row: index + 2, reason: codes === null ? 'code' : 'email' });
      continue;
    }
    for (const code of codes) claims.set(code, [...new Set([...(claims.get(code) ?? []), email])]);
  }
  if (claims.size === 0) throw new AppError('invalid-input', 'ce fichier ne contient aucune délégation lisible');
  return { agencies: toAgencies(claims), conflicts: toConflicts(claims), unreadableRows };
}

function readRows(file: Uint8Array): string[][] {
  const text = decode(file);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false });
  } catch {
    throw new AppError('invalid-input', 'ce fichier n’est pas un tableau CSV lisible');
  }
}

/** Windows-1252 and Latin-1 agree on everything these files hold (accents in names of towns). */
function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('latin1').decode(file);
  }
}

function toColumnName(cell: string): string {
  return cell
    .normalize('NFKD')
    .replace(/\p{Mark}|\ufeff/gu, '')
    .trim()
    .toLowerCase();
}

function toEmail(cell: string): string | null {
  const email = cell
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(email) ? email : null;
}

/** Codes of a cell, or null when it holds none or something else. */
const toCodes: { readonly [Organism in TransmittableOrganism]: (cell: string) => readonly string[] | null } = {
  SACEM: (cell) => {
    const code = cell.replace(/\s/g, '');
    return /^\d{4,5}$/.test(code) ? [code.padStart(5, '0')] : null;
  },
  SACD: (cell) => {
    const parts = cell.split(/[/,+]|\s+et\s+/i).map(toPrefix);
    return parts.every((part) => part !== null) ? [...new Set(parts)] : null;
  },
};

/** Two, three or five digits. One digit or four lost their leading zero; the two halves of Corsica share the postal codes 20. */
function toPrefix(part: string): string | null {
  const text = part.replace(/\s/g, '').toLowerCase();
  if (text === 'monaco') return '980';
  if (/^2[ab]$/.test(text)) return '20';
  if (!/^\d{1,5}$/.test(text)) return null;
  return text.length === 1 || text.length === 4 ? `0${text}` : text;
}

function toAgencies(claims: ReadonlyMap<string, readonly string[]>): AgencyEntry[] {
  const byEmail = new Map<string, string[]>();
  for (const [code, [email = '']] of claims) byEmail.set(email, [...(byEmail.get(email) ?? []), code]);
  return [...byEmail]
    .map(([email, codes]) => ({ email, codes: codes.sort(compareText) }))
    .sort((left, right) => compareText(left.email, right.email));
}

function toConflicts(claims: ReadonlyMap<string, readonly string[]>): ParsedAgencies['conflicts'] {
  return [...claims]
    .filter(([, emails]) => emails.length > 1)
    .map(([code, emails]) => ({ code, emails }))
    .sort((left, right) => compareText(left.code, right.code));
}
