import { findMark } from './arbitrate-amounts';
import type { Cell, ExportRow } from '@/spreadsheet/export-row';
import type { ExportTable } from './export-file';
import { parseMoment, type Moment } from './parse-moment';
import { toPlainWords } from './plain-words';
import { readPreamble, toSeriesNameOfSheet } from './preamble';
import { readRowFigures, type RowFigures } from './read-row-figures';
import { locateColumns } from './recognize-mapping';
import {
  isEuro,
  isOtherThanTicket,
  isPlainTotal,
  judgeStatus,
  saysFree,
  toTotalSubject,
  type StatusVerdict,
} from './row-words';
import type { ColumnMeaning, ImportMapping } from '@/domain/ticketing/import/mapping';

/** When a row takes place: an instant, or a Paris day whose time may be missing. Null: the file has no date at all. */
export type RowStart = { readonly at: string } | { readonly day: string; readonly time: string | null } | null;

export type RowSale = {
  readonly seriesName: string | null;
  readonly seriesId: string | null;
  readonly performanceId: string | null;
  readonly start: RowStart;
  readonly ticketId: string | null;
  /** Null when the row is left out, by its status: the performance is known all the same. */
  readonly figures: RowFigures | null;
};

export type RowOutcome =
  | { readonly type: 'sale'; readonly sale: RowSale }
  /** No show and no error: a total, a repeated header, a donation. */
  | { readonly type: 'skipped' }
  /** HT alone: the rate must be asked. */
  | { readonly type: 'needs-rate' }
  | { readonly type: 'unreadable'; readonly reason: string };

const unreadable = (reason: string): RowOutcome => ({ type: 'unreadable', reason });
const skipped: RowOutcome = { type: 'skipped' };
const amounts = [
  'including-taxes',
  'excluding-taxes',
  'unit-price',
  'quantity',
  'total-quantity',
  'free-quantity',
] as const;

/** What each row of a table means under a mapping. Reasons never hold a cell of the row. */
export function createRowReader(table: ExportTable, mapping: ImportMapping): (row: ExportRow) => RowOutcome {
  const places = locateColumns(table, mapping);
  const facts = readPreamble(table);
  const mark = findMark(table.sample);
  const { answers } = mapping;
  const commonName = facts.seriesName ?? answers.seriesName ?? toSeriesNameOfSheet(table.sheet);
  const decided = new Map(mapping.statuses.map(({ value, counts }) => [toPlainWords(value), counts]));
  const momentOf = remember((cell: Cell): Moment => parseMoment(cell, table.is1904));
  const plainOf = remember(toPlainWords);
  const otherThanTicket = remember((texts: string) =>
    isOtherThanTicket(texts.split('\n')[0] ?? '', texts.split('\n')[1] ?? ''),
  );
  const free = remember(saysFree);
  const verdictOf = remember((texts: string) => {
    const [header = '', status = ''] = texts.split('\n');
    return judgeStatus(header, status, facts.isPassCulture);
  });
  const seen = new Set<string>();

  function judge(cells: readonly Cell[]): StatusVerdict {
    const verdicts = (places.get('status') ?? []).map((index): StatusVerdict => {
      const text = toText(cells[index] ?? null);
      const own = decided.get(plainOf(text));
      if (own !== undefined) return own ? 'counts' : 'left-out';
      return verdictOf(`${table.columns[index]?.header ?? ''}\n${text}`);
    });
    return verdicts.find((one) => one === 'left-out') ?? verdicts.find((one) => one === 'unknown') ?? 'counts';
  }

  function findStart(cellOf: CellOf): RowStart | { readonly reason: string } {
    const [own, clock] = [cellOf('start-at'), cellOf('start-time')];
    const moment = own === undefined ? facts.start : momentOf(own);
    const time = clock === undefined || clock === null ? null : momentOf(clock);
    if (moment === null) return null;
    if (own === null) return { reason: 'date absente' };
    if (moment.type === 'impossible' || time?.type === 'impossible') return { reason: 'date impossible' };
    if (moment.type === 'instant') return { at: moment.at };
    const ownTime = time?.type === 'time' ? time.time : time?.type === 'day' ? time.time : null;
    if (time?.type === 'unknown') return { reason: 'heure illisible' };
    if (moment.type === 'time' && facts.start?.type === 'day') return { day: facts.start.day, time: moment.time };
    if (moment.type !== 'day') return { reason: 'date illisible' };
    return {
      day: moment.day,
      time: ownTime ?? (moment.time === '00:00:00' && clock !== undefined ? null : moment.time),
    };
  }

  return ({ cells, isCut }) => {
    if (isCut) return unreadable('ligne coupée, le fichier est incomplet');
    const cellOf: CellOf = (meaning) => {
      const [index] = places.get(meaning) ?? [];
      return index === undefined ? undefined : (cells[index] ?? null);
    };
    const texts = {
      tariff: toText(cellOf('tariff')),
      kind: toText(cellOf('kind')),
      name: toText(cellOf('series-name')),
    };
    if (isRepeatedHeader(table, cells) || otherThanTicket(`${texts.kind}\n${texts.tariff}`)) return skipped;
    const hasFigures = amounts.some((meaning) => (cellOf(meaning) ?? null) !== null);
    const start = findStart(cellOf);
    const hasDate = start !== null && 'reason' in start ? false : cellOf('start-at') !== undefined;
    if (isTotal(cells, cellOf, texts.name, hasDate, seen) || (!hasFigures && countFilled(cells) <= 2)) return skipped;
    const verdict = judge(cells);
    const currency = toText(cellOf('currency'));
    if (currency !== '' && !isEuro(currency)) return unreadable('devise autre que l’euro');
    const isFree = [texts.tariff, texts.kind].some(free);
    const read = readRowFigures({ cell: cellOf, mark, isFree, askedRateBp: facts.taxRateBp ?? answers.taxRateBp });
    const isRefund =
      'figures' in read &&
      (read.figures.includingTaxesCents < 0 || read.figures.paidTickets < 0 || read.figures.freeTickets < 0);
    const isLeftOut = verdict === 'left-out' && !isRefund;
    if (!isLeftOut && 'reason' in read) return unreadable(read.reason);
    if (verdict === 'unknown' && !isRefund) return unreadable('statut inconnu');
    if (start !== null && 'reason' in start) return isLeftOut ? skipped : unreadable(start.reason);
    const seriesName = texts.name === '' ? commonName : texts.name;
    if (seriesName === null && cellOf('series-name') !== undefined)
      return isLeftOut ? skipped : unreadable('spectacle absent');
    if (seriesName !== null) seen.add(plainOf(seriesName));
    if (!isLeftOut && 'needsRate' in read) return { type: 'needs-rate' };
    const sale: RowSale = {
      seriesName,
      seriesId: toText(cellOf('series-id')) || null,
      performanceId: toText(cellOf('performance-id')) || null,
      start,
      ticketId: toText(cellOf('ticket-id')) || null,
      figures: isLeftOut || !('figures' in read) ? null : withRate(read.figures, facts.taxRateBp),
    };
    return { type: 'sale', sale };
  };
}

type CellOf = (meaning: ColumnMeaning) => Cell | undefined;

function withRate(figures: RowFigures, taxRateBp: number | null): RowFigures {
  return figures.taxRateBp === null && taxRateBp !== null ? { ...figures, taxRateBp } : figures;
}

/** Dates, tariffs and statuses repeat from row to row: reading each once is most of the speed. Bounded, and gone with the reader. */
function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size < 20_000) known.set(key, value);
    return value;
  };
}

function toText(cell: Cell | undefined): string {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '';
}

function countFilled(cells: readonly Cell[]): number {
  return cells.filter((cell) => cell !== null).length;
}

function isRepeatedHeader({ columns }: ExportTable, cells: readonly Cell[]): boolean {
  let same = 0;
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    if (typeof cell !== 'string' || cell.trim() !== columns[at]?.header) return false;
    same += 1;
  }
  return same > 1;
}

/**
 * A row that adds others up. «Total» at the start of a cell is enough when nothing follows, when what follows is a show or a tariff of
 * the file, or when the row has no date where others have one; a show called «Total Recall» has one. So is a row of figures alone.
 */
function isTotal(
  cells: readonly Cell[],
  cellOf: CellOf,
  name: string,
  hasDate: boolean,
  seen: ReadonlySet<string>,
): boolean {
  const filled = cells.filter((cell) => cell !== null);
  for (const cell of filled) {
    if (typeof cell !== 'string' || !/^\W*(?:sous|s|sub|tota|grand|cumul)/i.test(cell)) continue;
    if (isPlainTotal(cell)) return true;
    const subject = toTotalSubject(cell);
    if (subject !== null && (!hasDate || /^\s*sous/i.test(cell) || seen.has(subject))) return true;
  }
  const identifying = (['series-name', 'start-at', 'start-time', 'tariff', 'ticket-id', 'kind'] as const).map(cellOf);
  const hasIdentifying = identifying.some((cell) => cell !== undefined);
  return (
    hasIdentifying && name === '' && identifying.every((cell) => (cell ?? null) === null) && filled.every(isFigure)
  );
}

function isFigure(cell: Cell): boolean {
  return typeof cell !== 'string' || /^[-+−(]?\s*[\d€][\d\s.,'€%\u00a0\u202f)]*$/.test(cell);
}
