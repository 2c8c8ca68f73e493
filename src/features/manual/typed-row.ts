import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { toParisDay, toParisTime } from '@/domain/calendar';
import { parseAmount } from '@/domain/money';
import { toExcludingTaxes } from '@/domain/tax';
import { toStartAt } from '@/domain/ticketing/planned-dates';
import { formatAmountInput } from '@/i18n/format';
import type { TypedPerformance } from '@/server/manual/manual-performance.schema';

/** The fields of one performance as they are typed. `rate` is basis points, or `several`: then HT is typed too. */
export type RowTexts = Readonly<
  Record<'day' | 'time' | 'paidTickets' | 'freeTickets' | 'including' | 'rate' | 'excluding', string>
>;
export type RowField = keyof RowTexts;
export const severalRates = 'several';

export type ReadRow =
  | { readonly ok: true; readonly performance: TypedPerformance }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<RowField, string>>> };

export function toRowTexts(performance: TypedPerformance): RowTexts {
  const start = new Date(performance.startAt);
  return {
    day: toParisDay(start),
    time: toParisTime(start),
    paidTickets: String(performance.paidTickets),
    freeTickets: String(performance.freeTickets),
    including: formatAmountInput(performance.includingTaxesCents),
    rate: performance.taxRateBp === null ? severalRates : String(performance.taxRateBp),
    excluding: formatAmountInput(performance.excludingTaxesCents),
  };
}

/** What HT shows: worked out from the rate, or as typed when there are several. */
export function toShownExcluding(texts: RowTexts): string {
  if (texts.rate === severalRates) return texts.excluding;
  const cents = readCents(texts.including);
  return cents === null ? '' : formatAmountInput(toExcludingTaxes(cents, Number(texts.rate)));
}

/** What the fields say, or one sentence per field that is wrong. An empty count or amount is zero. */
export function readRow(texts: RowTexts): ReadRow {
  const errors: Partial<Record<RowField, string>> = {};
  const startAt = toStartAt({ day: texts.day, time: texts.time });
  if (startAt === null) errors.day = 'Donnez une date et une heure qui existent.';
  const paidTickets = readCount(texts.paidTickets);
  if (paidTickets === null) errors.paidTickets = `Donnez un nombre de billets entre 0 et ${maxTickets}.`;
  const freeTickets = readCount(texts.freeTickets);
  if (freeTickets === null) errors.freeTickets = `Donnez un nombre de billets entre 0 et ${maxTickets}.`;
  const including = readCents(texts.including);
  if (including === null) errors.including = 'Donnez un montant en euros, par exemple 1234,50.';
  const excluding = readCents(toShownExcluding(texts));
  if (texts.rate === severalRates && (excluding === null || excluding > (including ?? maxAmountCents)))
    errors.excluding = 'Donnez un montant hors taxes, au plus égal au montant TTC.';
  if (startAt === null || paidTickets === null || freeTickets === null || including === null || excluding === null)
    return { ok: false, errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const taxRateBp = texts.rate === severalRates ? null : Number(texts.rate);
  return {
    ok: true,
    performance: {
      startAt,
      paidTickets,
      freeTickets,
      includingTaxesCents: including,
      excludingTaxesCents: excluding,
      taxRateBp,
    },
  };
}

/** True when both rows say the same, however it is written: `1 200` is `1200,00`, and nothing is zero. */
export function areSameTexts(left: RowTexts, right: RowTexts): boolean {
  const [a, b] = [toMeanings(left), toMeanings(right)];
  return a.every((meaning, index) => meaning === b[index]);
}

function toMeanings(texts: RowTexts): readonly unknown[] {
  const { day, time, rate } = texts;
  const counts = [texts.paidTickets, texts.freeTickets].map((text) => readCount(text) ?? text);
  // HT is typed only where there are several rates.
  const amounts = [texts.including, rate === severalRates ? texts.excluding : ''].map(
    (text) => readCents(text) ?? text,
  );
  return [day, time, rate, ...counts, ...amounts];
}

/** Columns that a spreadsheet is pasted into, from left to right. */
export const pastedColumns = ['paidTickets', 'freeTickets', 'including'] as const satisfies readonly RowField[];

/** Cells of a text copied from a spreadsheet; null for one plain value, which the field takes itself. */
export function readPastedCells(text: string): readonly (readonly string[])[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : null;
}

function readCount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return 0;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= maxTickets ? Number(digits) : null;
}

function readCents(text: string): number | null {
  const parsed = parseAmount(text);
  return parsed.ok ? (parsed.cents ?? 0) : null;
}
