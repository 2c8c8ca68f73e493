import { holdsFigure } from './column-kind';
import type { Cell, ExportRow } from '@/spreadsheet/export-row';
import type { ExportColumn } from './export-file';
import { headerWeight } from './header-words';
import { toPlainWords } from './plain-words';

/** Where the header is among the first rows, and what it says. `last`: the row number of its last line. */
export type FoundHeader = {
  readonly index: number;
  readonly last: number;
  readonly columns: readonly ExportColumn[];
  readonly weight: number;
};

const maxHeaderLength = 200;

/**
 * The row that looks most like column names, the first of equals; two rows when the second completes merged cells of the first
 * («Recettes» over «HT», «TTC»). Without any known name: the first row of words right above a row with a figure. Null when there is none.
 */
export function findHeader(rows: readonly ExportRow[]): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [index, row] of rows.entries()) {
    if (holdsFigure(row.cells) || row.isCut) continue;
    for (const candidate of toCandidates(rows, index)) {
      if (candidate.weight >= 2 && candidate.weight > (best?.weight ?? 0)) best = candidate;
    }
  }
  return best ?? findUnknownHeader(rows);
}

function toCandidates(rows: readonly ExportRow[], index: number): FoundHeader[] {
  const row = rows[index];
  const next = rows[index + 1];
  if (!row) return [];
  const single = toFound(index, row.row, toTexts(row.cells));
  if (!next || holdsFigure(next.cells) || next.row !== row.row + 1) return [single];
  return [single, toFound(index + 1, next.row, joinHeaders(toTexts(row.cells), toTexts(next.cells)))];
}

function toTexts(cells: readonly Cell[]): string[] {
  return cells.map((cell) =>
    typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim().slice(0, maxHeaderLength) : '',
  );
}

/** A merged cell keeps its text in its first column: the next ones, empty above and filled below, belong to it. */
function joinHeaders(above: readonly string[], below: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, at) => {
    const top = above[at] ?? '';
    const bottom = below[at] ?? '';
    group = top === '' && bottom !== '' ? group : top;
    if (bottom === '') return top;
    return group === '' || group === bottom ? bottom : `${group} ${bottom}`;
  });
}

function toFound(index: number, last: number, texts: readonly string[]): FoundHeader {
  return {
    index,
    last,
    columns: toColumns(texts),
    weight: texts.reduce((sum, text) => sum + headerWeight(toPlainWords(text)), 0),
  };
}

function toColumns(texts: readonly string[]): ExportColumn[] {
  const seen = new Map<string, number>();
  return texts.map((header) => {
    const occurrence = (seen.get(toPlainWords(header)) ?? 0) + 1;
    seen.set(toPlainWords(header), occurrence);
    return { header, occurrence };
  });
}

function findUnknownHeader(rows: readonly ExportRow[]): FoundHeader | null {
  for (const [index, row] of rows.entries()) {
    const texts = toTexts(row.cells);
    const names = texts.filter((text) => text !== '');
    const below = rows[index + 1];
    if (holdsFigure(row.cells) || row.isCut || names.length < 2 || new Set(names).size < names.length) continue;
    if (below && holdsFigure(below.cells)) return toFound(index, row.row, texts);
  }
  return null;
}
