import { describe, expect, it } from '@jest/globals';
import { describeDelivery } from '../contract/describe-delivery';
import { toExpectedPerformances } from '../contract/expected-performances';
import type { ContractLedgerLine } from '../contract/world';
import { toSeriesKey } from './read-table';
import { isStorable } from '@/domain/ticketing/import/reading';
import type { RemoteSeries } from '@/domain/ticketing/model';
import { generateDemoSeason } from '@/sandbox/season/generate-season';
import { toLedger } from '@/sandbox/season/ledger';
import { readImport } from '@/testing/read-import';
import { writeWorkbook } from '@/testing/write-workbook';
import {
  dateFormats,
  exportShapes,
  toExportRows,
  writeCsv,
  type CsvStyle,
  type DateFormat,
  type ExportedLine,
  type NumberStyle,
} from '@/testing/write-exports';

const season = generateDemoSeason({ seed: 7, reference: new Date('2026-11-20T10:00:00.000Z') });
const lines = toLedger(season).flatMap((line): (ExportedLine & ContractLedgerLine)[] =>
  line.startAt === null || line.taxRateBp === null
    ? []
    : [
        {
          ...line,
          startAt: line.startAt,
          taxRateBp: line.taxRateBp,
          seriesId: toSeriesKey({ seriesId: null, seriesName: line.seriesName }),
        },
      ],
);
const few = lines.filter(({ startAt }) => startAt >= '2026-10-20' && startAt < '2026-11-09');

function toExpected(ledger: readonly ContractLedgerLine[]): ReturnType<typeof toExpectedPerformances> {
  return toExpectedPerformances(ledger, new Date(0));
}

const french: NumberStyle = { decimal: ',', group: '\u202f', euro: true };
const excel: CsvStyle = { separator: ';', encoding: 'windows-1252', lineBreak: '\r\n' };
/** Titles lose what Windows-1252 does not have. */
const plainLines = few.filter(({ seriesName }) => !/[^\u0000-\u00ff€œŒ’‘“”…–]/u.test(seriesName));

/** Shows with several rates: one row per performance cannot tell them. */
const mixed = new Set(
  few
    .filter((line) => few.some((one) => one.seriesName === line.seriesName && one.taxRateBp !== line.taxRateBp))
    .map(({ seriesName }) => seriesName),
);

async function deliver(bytes: Buffer, name = 'export.csv'): Promise<readonly RemoteSeries[]> {
  const { series, unreadableRows, needs } = await readImport(bytes, {}, name);
  expect({ unreadableRows, needs }).toEqual({ unreadableRows: [], needs: [] });
  return series.map(({ id, name: title, performances }) => ({
    id,
    name: title,
    performances: performances.filter(isStorable),
  }));
}

describe('The import of a file of tickets', () => {
  const bytes = writeCsv(toExportRows(few, 'tickets', 'slashes', french), { ...excel, encoding: 'utf-8' });
  describeDelivery({ deliver: () => deliver(bytes), expected: () => toExpected(few) });
});

describe('The import of a workbook of tickets', () => {
  const rows = toExportRows(few, 'tickets', 'words', { decimal: ',', group: '', euro: false });
  const bytes = writeWorkbook({ sheets: [{ name: 'Billets', rows }] });
  describeDelivery({ deliver: () => deliver(bytes, 'export.xlsx'), expected: () => toExpected(few) });
});

describe('The ledger of a season, exported', () => {
  const dates = Object.keys(dateFormats) as DateFormat[];
  const styles: readonly CsvStyle[] = [
    excel,
    { separator: ';', encoding: 'utf-8-bom', lineBreak: '\r\n' },
    { separator: '\t', encoding: 'utf-16le', lineBreak: '\r\n' },
    { separator: ',', encoding: 'utf-8', lineBreak: '\n' },
    { separator: ';', encoding: 'utf-16be', lineBreak: '\n' },
  ];
  const numbers: readonly NumberStyle[] = [
    french,
    { decimal: '.', group: '', euro: false },
    { decimal: ',', group: ' ', euro: false },
    { decimal: ',', group: '\u00a0', euro: true },
  ];
  const cases = [
    ...dates.map((date) => ({ shape: 'tickets' as const, date })),
    ...exportShapes.map((shape, at) => ({ shape, date: dates[at] ?? 'iso' })),
  ].map((one, at) => ({
    ...one,
    style: styles[at % styles.length] ?? excel,
    number: numbers[(at * 3) % numbers.length] ?? french,
  }));

  it.each(cases)('is read back to the cent: $shape, $date, $style.encoding', async ({ shape, date, style, number }) => {
    const own = style.encoding === 'windows-1252' ? plainLines : few;
    const ledger = ['tickets', 'orders', 'tariffs'].includes(shape)
      ? own
      : own.filter(({ seriesName }) => !mixed.has(seriesName));
    const reading = await readImport(writeCsv(toExportRows(ledger, shape, date, number), style), {}, 'export.csv');
    const expected = toExpected(ledger);
    const figures = reading.series.flatMap(({ id, performances }) =>
      performances.map(({ id: _id, endAt: _endAt, ...performance }) => ({ seriesId: id, ...performance })),
    );
    expect(reading.unreadableRows).toEqual([]);
    if (shape === 'ttc') {
      expect(reading.needs.map(({ code }) => code)).toEqual(['tax-rate']);
      expect(figures).toEqual(
        expected.map((one) => ({
          ...one,
          excludingTaxesCents: one.includingTaxesCents === 0 ? 0 : null,
          taxRateBp: null,
        })),
      );
      return;
    }
    expect(reading.needs).toEqual([]);
    expect(figures.map(({ taxRateBp: _rate, ...one }) => one)).toEqual(
      expected.map(({ taxRateBp: _rate, ...one }) => one),
    );
    const rates = expected.map((one) =>
      shape.startsWith('ht') && one.includingTaxesCents === 0 ? null : one.taxRateBp,
    );
    expect(figures.map(({ taxRateBp }) => taxRateBp)).toEqual(rates);
  });
});
