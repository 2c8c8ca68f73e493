import { readCsvRows, readFirstRows } from './csv-rows';
import type { ExportRow } from '@/spreadsheet/export-row';
import type { ExportTable } from './export-file';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { findHeader, type FoundHeader } from './find-header';
import { decodeText, detectEncoding, type TextEncoding } from './text-encoding';
import { firstRows, toTable } from './to-table';

const separators = [';', '\t', ',', '|'] as const;
const firstCharacters = 512 * 1024;

type Attempt = { readonly separator: string; readonly rows: readonly ExportRow[]; readonly header: FoundHeader | null };

/** The one table of a text file: its encoding, then the separator under which the header makes most sense. */
export function openCsv(bytes: Buffer): ExportTable {
  const encoding = detectEncoding(bytes);
  const text = readFirstText(bytes, encoding);
  if (text.trim() === '') throw new ExportRefusal('empty');
  if (/\u0000/.test(text) || /^\s*(?:<|\{|%PDF)/.test(text)) throw new ExportRefusal('not-what-its-name-says');
  const [, declared] = /^sep=([;,|\t])\r?\n/i.exec(text) ?? [];
  const attempts = separators.map((separator) => attempt(text, separator));
  const best = attempts.find(({ separator }) => separator === declared) ?? attempts.reduce(pickBetter);
  if (!best.header) throw new ExportRefusal('no-header');
  const { header, separator } = best;
  const table = toTable(best.rows, header, {
    sheet: null,
    isHidden: false,
    is1904: false,
    readRows: (signal) => markCutRow(readCsvRows(bytes, encoding, separator, signal), bytes, header),
  });
  if (!table) throw new ExportRefusal('no-figures');
  return table;
}

function readFirstText(bytes: Buffer, encoding: TextEncoding): string {
  let text = '';
  for (const chunk of decodeText(bytes, encoding)) {
    text += chunk;
    if (text.length >= firstCharacters) break;
  }
  return text;
}

function attempt(text: string, separator: string): Attempt {
  // The parser keeps the last characters until it knows that nothing follows: blank rows push the last ones out.
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const rows = readFirstRows(text.length < firstCharacters ? text + end.repeat(32) : text, separator, firstRows);
  return { separator, rows, header: findHeader(rows) };
}

function pickBetter(best: Attempt, other: Attempt): Attempt {
  const [left, right] = [best, other].map(({ header }) => header?.weight ?? -1);
  if (left !== right) return (right ?? -1) > (left ?? -1) ? other : best;
  return (other.header?.columns.length ?? 0) > (best.header?.columns.length ?? 0) ? other : best;
}

/** The last row of a file that does not end with a line break is cut when cells are missing. */
async function* markCutRow(
  batches: AsyncIterable<readonly ExportRow[]>,
  bytes: Buffer,
  { columns }: FoundHeader,
): AsyncGenerator<readonly ExportRow[]> {
  const endsWhole = bytes.subarray(-4).some((byte) => byte === 0x0a || byte === 0x0d);
  let previous: readonly ExportRow[] | null = null;
  for await (const batch of batches) {
    if (previous) yield previous;
    previous = batch;
  }
  if (!previous) return;
  const last = previous.at(-1);
  const isCut = !endsWhole && last !== undefined && last.cells.length < columns.length;
  yield isCut ? [...previous.slice(0, -1), { ...last, isCut: true }] : previous;
}
