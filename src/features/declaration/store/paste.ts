import { toDeclaredFigures } from '@/domain/declaration/figures';
import type { AmountPair } from '@/domain/declaration/neutral';
import { parseAmount } from '@/domain/money';
import { formatAmountInput } from '@/i18n/format';
import type { DraftStore } from './draft-store';
import { proposeExcludingTaxes } from './figures';
import { isSameValue } from './field-path';
import { parseCount, parsePair } from './input';
import type { Edit } from './store-types';

/** Columns of the grid, from left to right, as a spreadsheet is pasted into them. */
export const gridColumns = ['freeTickets', 'paidTickets', 'excluding', 'including'] as const;
export type GridColumn = (typeof gridColumns)[number];

/** Cells of a text copied from a spreadsheet; null when it is one plain value, which the field takes itself. */
export function readPastedCells(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t'));
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : null;
}

/** Lays pasted cells on the grid from one cell on, as one edit. Returns how many performances it reached. */
export function pasteCells(
  store: DraftStore,
  ids: readonly string[],
  from: { readonly row: number; readonly column: GridColumn },
  cells: readonly (readonly string[])[],
): number {
  const firstColumn = gridColumns.indexOf(from.column);
  const edits: Edit[] = [];
  const rejections: (() => void)[] = [];
  let reached = 0;
  cells.forEach((line, offset) => {
    const id = ids[from.row + offset];
    if (id === undefined) return;
    reached += 1;
    const texts = new Map(line.map((text, position) => [gridColumns[firstColumn + position], text]));
    for (const key of ['freeTickets', 'paidTickets'] as const) {
      const text = texts.get(key);
      if (text === undefined) continue;
      const path = `performances.${id}.corrected.${key}` as const;
      const parsed = parseCount(text);
      if (parsed.ok) edits.push({ path, value: toCorrection(parsed.value, store.getPerformance(id)?.imported[key]) });
      else rejections.push(() => store.reject(path, { code: parsed.code, texts: { text } }));
    }
    pasteAmounts(store, id, texts.get('excluding'), texts.get('including'), edits, rejections);
  });
  store.editAll(edits);
  store.closeEdit();
  for (const reject of rejections) reject();
  return reached;
}

function pasteAmounts(
  store: DraftStore,
  id: string,
  excluding: string | undefined,
  including: string | undefined,
  edits: Edit[],
  rejections: (() => void)[],
): void {
  const performance = store.getPerformance(id);
  if (!performance || (excluding === undefined && including === undefined)) return;
  const path = `performances.${id}.corrected.amounts` as const;
  const current = toDeclaredFigures(performance.imported, performance.corrected);
  const ttc = including ?? formatAmountInput(current.includingTaxesCents);
  const ht = excluding ?? proposeText(store, id, ttc) ?? formatAmountInput(current.excludingTaxesCents);
  const parsed = parsePair(ht, ttc);
  if (parsed.ok) edits.push({ path, value: toCorrectedPair(parsed.value, performance.imported) });
  else rejections.push(() => store.reject(path, { code: parsed.code, texts: { excluding: ht, including: ttc } }));
}

function proposeText(store: DraftStore, id: string, including: string): string | null {
  const performance = store.getPerformance(id);
  const parsed = parseAmount(including);
  if (!performance || !parsed.ok || parsed.cents === null) return null;
  const proposed = proposeExcludingTaxes(performance, store.getDraft().series, parsed.cents);
  return proposed === null ? null : formatAmountInput(proposed);
}

/** No correction when it says what was imported, so that later synchronisations show again. */
export function toCorrection(value: number | null, imported: number | undefined): number | null {
  return value === imported ? null : value;
}

/** The same for HT and TTC, which are corrected together. */
export function toCorrectedPair(pair: AmountPair | null, imported: AmountPair): AmountPair | null {
  const { excludingTaxesCents, includingTaxesCents } = imported;
  return isSameValue(pair, { excludingTaxesCents, includingTaxesCents }) ? null : pair;
}
