import type { Cell, ExportRow } from './export-row';
import { ExportRefusal } from './export-refusal';
import { maxColumns, maxRows } from './limits';
import { toWallClock } from './number-formats';
import type { WorkbookParts } from './open-workbook-parts';
import { parseXmlChunks, type XmlHandlers } from './parse-xml';
import type { Workbook } from './workbook';

/**
 * Every row of a sheet that holds something, by batches, with the number that the sheet gives it. Cached values of formulas only:
 * nothing is computed. Leaves the processor to others between two batches.
 */
export async function* readSheetRows(
  parts: WorkbookParts,
  workbook: Workbook,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportRow[]> {
  const collector = createCollector(workbook);
  let count = 0;
  for await (const _chunk of parseXmlChunks(await parts.open(path), collector.handlers)) {
    signal.throwIfAborted();
    const rows = collector.take();
    count += rows.length;
    if (count > maxRows) throw new ExportRefusal('too-many-rows');
    if (rows.length === 0) continue;
    yield rows;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const rest = collector.take();
  if (rest.length > 0) yield rest;
}

type Collector = { readonly handlers: XmlHandlers; take(): ExportRow[] };
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
};

function createCollector(workbook: Workbook): Collector {
  let rows: ExportRow[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let nextColumn = 0;
  let cell: OpenCell | null = null;
  let isInText = false;
  let isInData = false;
  let isPhonetic = false;
  const handlers: XmlHandlers = {
    onOpen(name, attributes) {
      if (name === 'sheetData') isInData = true;
      if (!isInData) return;
      if (name === 'row') {
        row = readPositive(attributes.r) ?? row + 1;
        cells = [];
        nextColumn = 0;
      } else if (name === 'c') {
        const column = toColumn(attributes.r) ?? nextColumn;
        nextColumn = column + 1;
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          hasFormula: false,
          hasValue: false,
          text: '',
        };
      } else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'v' || name === 't') {
        isInText = !isPhonetic;
        if (cell) cell.hasValue = true;
      }
    },
    onClose(name) {
      if (name === 'sheetData') isInData = false;
      if (name === 'v' || name === 't') isInText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c' && cell) {
        if (cell.column < maxColumns) putCell(cells, cell.column, toCell(cell, workbook));
        cell = null;
      }
      if (name === 'row' && isInData && cells.length > 0) rows.push({ row, cells });
    },
    onText(text) {
      if (isInText && cell) cell.text += text;
    },
  };
  return {
    handlers,
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

/** Empty cells, of which a styled sheet has thousands, take no place. */
function putCell(cells: Cell[], column: number, cell: Cell): void {
  if (cell === null) return;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function toCell({ type, style, hasFormula, hasValue, text }: OpenCell, workbook: Workbook): Cell {
  if (type === 'e') return { fault: 'error' };
  if (text === '') return hasFormula && !(hasValue && type === 'str') ? { fault: 'formula' } : null;
  if (type === 's') return toText(workbook.sharedStrings[Number(text)] ?? '');
  if (type === 'b') return text === '1' ? 'oui' : 'non';
  if (type === 'd') return text.replace('T', ' ');
  if (type !== 'n') return toText(text);
  const number = Number(text);
  if (!Number.isFinite(number)) return toText(text);
  const kind = workbook.numberKinds[style] ?? 'number';
  if (kind === 'number') return number;
  if (kind === 'currency') return { fault: 'currency' };
  return toWallClock(number, kind, workbook.is1904) ?? number;
}

/** Control characters are written `_x000D_` in these files. */
function toText(text: string): Cell {
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return plain.trim() === '' ? null : plain;
}

function readPositive(text: string | undefined): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** `AB12` is column 27. */
function toColumn(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? null : column - 1;
}
