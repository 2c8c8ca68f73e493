import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { toDecimalText } from '@/domain/money';
import { type Quarter, toQuarterKey } from '@/domain/quarter';
import { genreLabels } from '@/i18n/labels';
import type { RenderedDocument } from '../organism';
import { requireValue } from '../complete';
import { toSlug } from '../slug';
import { listSibilRows, type SibilRow } from './rows';

type Column = { readonly name: string; readonly write: (row: SibilRow) => string };

/**
 * Columns, named as the fields of SIBIL's API; the columns of its own import are not published. Identifiers that the ministry
 * gives (domain, place, show) are not known here: the proposal fields are filled instead. Which criterion is which depends on
 * the domain: title first is sure, the order of the others is inferred.
 */
const columns: readonly Column[] = [
  { name: 'idExtBilletterie', write: (row) => row.externalId },
  { name: 'statutDeclaration', write: () => 'BROUILLON' },
  { name: 'dateHeureRepresentationUnique', write: (row) => row.startAt.toISOString() },
  { name: 'nbBilletsTotalBilletterie', write: (row) => String(row.tickets) },
  { name: 'recetteTotalBilletterie', write: (row) => toDecimalText(row.revenueCents) },
  {
    name: 'prixMoyenTotalBilletterie',
    write: (row) => (row.averageCents === null ? '' : toDecimalText(row.averageCents)),
  },
  { name: 'nbBilletsExoneres', write: (row) => String(row.freeTickets) },
  { name: 'jauge', write: (row) => String(row.capacity) },
  { name: 'jeunePublic', write: (row) => String(row.isForYoung) },
  { name: 'domaineRepresentation', write: (row) => genreLabels[row.genre] },
  { name: 'lieuChamps.nom', write: (row) => toText(row.venue.name) },
  { name: 'lieuChamps.adresse', write: (row) => toText(row.venue.address.street) },
  { name: 'lieuChamps.codePostal', write: (row) => toText(row.venue.address.postalCode) },
  { name: 'lieuChamps.ville', write: (row) => toText(row.venue.address.city) },
  { name: 'lieuChamps.typeLieu', write: (row) => requireValue(row.venue.kind, 'series.venue.kind') },
  { name: 'spectacleChamps.critere1', write: (row) => toText(row.title) },
  { name: 'spectacleChamps.critere2', write: (row) => toText(row.artists ?? '') },
  { name: 'spectacleChamps.critere3', write: (row) => toText(row.author ?? '') },
  { name: 'spectacleChamps.critere4', write: (row) => toText(row.director ?? '') },
];

/**
 * A text that a spreadsheet shows and never computes: what starts like a formula gets an apostrophe. What cannot be in a line
 * becomes a space, and lone halves of a pair go.
 */
function toText(text: string): string {
  const clean = text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Control}\u2028\u2029]+/gu, ' ')
    .trim();
  return /^[=+\-@]/.test(clean) ? `'${clean}` : clean;
}

function toCell(value: string): string {
  return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * The file for SIBIL: UTF-8 with a byte order mark, `;`, CRLF, one line per performance of the quarter over all these shows
 * (of every date when it is null). Throws `declaration-incomplete` when one of them lacks something.
 */
export function renderSibilQuarter(
  declarations: readonly NeutralDeclaration[],
  quarter: Quarter | null,
): RenderedDocument {
  const lines = [
    columns.map(({ name }) => name),
    ...listSibilRows(declarations, quarter).map((row) => columns.map(({ write }) => write(row))),
  ];
  const text = lines.map((cells) => `${cells.map(toCell).join(';')}\r\n`).join('');
  const name = quarter ? toQuarterKey(quarter) : (declarations[0]?.series.name ?? '');
  return {
    filename: `Déclaration SIBIL - ${toSlug(name)}.csv`,
    contentType: 'text/csv',
    bytes: new TextEncoder().encode(`\ufeff${text}`),
  };
}
