import { AppError } from '@/domain/errors';
import type { TransmittableOrganism } from '@/domain/organism';
import { compareText } from '@/domain/ticketing/model';
import { type AgencyRow, readAgencyTables } from './read-agency-tables';
import { toAgencyCodes } from './to-agency-codes';

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
  /** Rows kept although their code had to be mended (a leading zero that a spreadsheet lost): to be looked at. */
  readonly repairedRows: readonly { readonly row: number; readonly read: string; readonly codes: readonly string[] }[];
};

const columns = {
  SACEM: { code: 'cp', email: 'mail', header: 'LOCAL,CP,Mail' },
  SACD: { code: 'departement', email: 'mail', header: 'Département,mail' },
} as const;

/** Titles and blank rows may stand above the header. */
const headerRows = 10;

/**
 * Reads the list of agencies that an organism gives as a spreadsheet: CSV (commas, semicolons or tabs; UTF-8 with or without mark,
 * or Windows-1252) or XLSX. Spaces, capitals, doubles and leading zeros that a spreadsheet ate are mended; other columns are
 * ignored. Throws `invalid-input` when the columns are not there or no row can be read: such a file must not empty the list.
 */
export async function parseAgencies(organism: TransmittableOrganism, file: Uint8Array): Promise<ParsedAgencies> {
  const table = findTable(organism, await readAgencyTables(file));
  const claims = new Map<string, string[]>();
  const unreadableRows: { row: number; reason: 'code' | 'email' }[] = [];
  const repairedRows: { row: number; read: string; codes: readonly string[] }[] = [];
  for (const { row, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = (cells[table.codeAt] ?? '').trim();
    const found = toAgencyCodes(organism, read);
    const email = toEmail(cells[table.emailAt] ?? '');
    if (found === null || email === null) {
      unreadableRows.push({ row, reason: found === null ? 'code' : 'email' });
      continue;
    }
    if (found.isRepaired) repairedRows.push({ row, read, codes: found.codes });
    for (const code of found.codes) claims.set(code, [...new Set([...(claims.get(code) ?? []), email])]);
  }
  if (claims.size === 0) throw new AppError('invalid-input', 'ce fichier ne contient aucune délégation lisible');
  return { agencies: toAgencies(claims), conflicts: toConflicts(claims), unreadableRows, repairedRows };
}

type Table = { readonly codeAt: number; readonly emailAt: number; readonly rows: readonly AgencyRow[] };

/** The first table whose first rows hold the expected columns. */
function findTable(organism: TransmittableOrganism, tables: readonly (readonly AgencyRow[])[]): Table {
  const { code, email, header } = columns[organism];
  for (const rows of tables) {
    for (const [index, { cells }] of rows.slice(0, headerRows).entries()) {
      const names = cells.map(toColumnName);
      const [codeAt, emailAt] = [names.indexOf(code), names.indexOf(email)];
      if (codeAt >= 0 && emailAt >= 0) return { codeAt, emailAt, rows: rows.slice(index + 1) };
    }
  }
  throw new AppError('invalid-input', `ce fichier n’a pas les colonnes attendues (${header})`);
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
