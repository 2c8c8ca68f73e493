import { toParisDay, toParisTime } from '@/domain/calendar';
import { toXmlText } from './to-xml-text';
import { columnStyles, headerStyle } from './workbook-parts-xml';

/**
 * What a column holds. `amount`: cents, shown in euros; `rate`: basis points, shown in per cent; `day` and `moment`: an instant, on the
 * clocks of Paris.
 */
export type ColumnKind = 'text' | 'count' | 'amount' | 'rate' | 'day' | 'moment';
/** `width`: in characters, as a spreadsheet counts them. */
export type WrittenColumn = { readonly header: string; readonly kind: ColumnKind; readonly width: number };
export type WrittenValue = string | number | Date | null;

export type SheetToWrite = {
  /** At most 31 characters, none of `[]:*?/\`, unlike the others of its workbook. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** By batches, as they come from the database. */
  readonly batches: () => AsyncIterable<readonly (readonly WrittenValue[])[]>;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Rows of a sheet, header included (ECMA-376, § 18.3.1.73). */
const rowLimit = 1_048_576;

/**
 * The XML of a sheet, piece by piece: a header that stays in view, columns that filter. Texts are typed as texts: a title that begins with
 * `=` is never a formula. Throws a RangeError beyond the rows a sheet can hold.
 */
export async function* writeSheetXml({ name, columns, batches }: SheetToWrite): AsyncGenerator<string> {
  const widths = columns.map(({ width }, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  yield `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield writeRow(
    1,
    columns.map(({ header }, index) => writeText(`${toLetters(index)}1`, headerStyle, header)),
  );
  let row = 1;
  for await (const batch of batches()) {
    let xml = '';
    for (const values of batch) {
      row += 1;
      if (row > rowLimit) throw new RangeError(`sheet ${name} has more than ${rowLimit} rows`);
      const cells = columns.map(({ kind }, index) =>
        writeCell(`${toLetters(index)}${row}`, kind, values[index] ?? null),
      );
      xml += writeRow(row, cells);
    }
    yield xml;
  }
  yield `</sheetData><autoFilter ref="A1:${toLetters(columns.length - 1)}${row}"/></worksheet>`;
}

function writeRow(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

function writeCell(reference: string, kind: ColumnKind, value: WrittenValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return writeText(reference, columnStyles.text, value);
  const number = value instanceof Date ? toSerial(value, kind) : toDecimal(value, kind);
  return `<c r="${reference}" s="${columnStyles[kind]}"><v>${number}</v></c>`;
}

function writeText(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toXmlText(text)}</t></is></c>`;
}

/** Cents as euros and basis points as a fraction, by their digits: no float on the way. */
function toDecimal(value: number, kind: ColumnKind): string {
  const decimals = kind === 'amount' ? 2 : kind === 'rate' ? 4 : 0;
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Days since 30 December 1899, as spreadsheets count them, with all the digits there are: some cut the seconds, and would show 20:00
 * written with eight decimals as 19:59.
 */
export function toSerial(instant: Date, kind: ColumnKind): string {
  const days = (Date.parse(`${toParisDay(instant)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  if (kind === 'day') return String(days);
  const [hours = 0, minutes = 0] = toParisTime(instant).split(':').map(Number);
  return String(days + (hours * 60 + minutes) / 1440);
}

/** 0 is A, 27 is AB. */
function toLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : toLetters(Math.floor(column / 26) - 1) + letter;
}
