import 'server-only';
import { sumCents } from '@/domain/money';
import { type ImportedPerformance, type ImportedSeries } from '@/domain/ticketing/import/reading';
import { type ImportTotals, type ReadingPreview } from './import-view.schema';
import { type StoredReading } from './stored-reading';

/** As much as a person looks at before confirming; the totals are of everything. */
const shownSeries = 50;
const shownPerformances = 20;
const shownRows = 100;

/** The beginning of a reading and the totals of all of it. */
export function previewReading(reading: StoredReading): ReadingPreview {
  return {
    seriesCount: reading.series.length,
    totals: toTotals(reading.series.flatMap(({ performances }) => performances)),
    series: reading.series.slice(0, shownSeries).map(previewSeries),
    unreadableCount: reading.unreadableCount,
    unreadable: reading.unreadable.slice(0, shownRows),
    needs: [...reading.needs],
    warnings: reading.warnings.slice(0, shownRows).map(({ detail }) => detail),
    sheets: [...reading.sheets],
  };
}

function previewSeries({ id, name, performances }: ImportedSeries): ReadingPreview['series'][number] {
  const first = performances.slice(0, shownPerformances).map(({ id: _id, endAt: _endAt, ...shown }) => shown);
  return { id, name, ...toTotals(performances), first };
}

function toTotals(performances: readonly ImportedPerformance[]): ImportTotals {
  const excluding = performances.map(({ excludingTaxesCents }) => excludingTaxesCents);
  const known = excluding.filter((cents) => cents !== null);
  return {
    performances: performances.length,
    paidTickets: performances.reduce((sum, { paidTickets }) => sum + paidTickets, 0),
    freeTickets: performances.reduce((sum, { freeTickets }) => sum + freeTickets, 0),
    includingTaxesCents: sumCents(performances.map(({ includingTaxesCents }) => includingTaxesCents)),
    excludingTaxesCents: known.length === excluding.length ? sumCents(known) : null,
  };
}
