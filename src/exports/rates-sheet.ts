import { toTotal, type Total } from '@/domain/declaration/totals';
import { sumCents } from '@/domain/money';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { type ExportedShow, listDeclaredPerformances } from './exported-show';
import { type SheetColumn, toAmountColumns, toSheet } from './to-sheet';

type Row = {
  readonly showName: string;
  /** Null when tickets of one performance have several rates, or none is known. */
  readonly taxRateBp: number | null;
  readonly performances: number;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly ticketing: Total;
};

const columns: readonly SheetColumn<Row>[] = [
  { header: 'Spectacle', kind: 'text', width: 42, read: ({ showName }) => showName },
  { header: 'Taux de TVA', kind: 'rate', width: 12, read: ({ taxRateBp }) => taxRateBp },
  { header: 'Représentations', kind: 'count', width: 16, read: ({ performances }) => performances },
  { header: 'Billets payants', kind: 'count', width: 16, read: ({ paidTickets }) => paidTickets },
  { header: 'Billets gratuits', kind: 'count', width: 16, read: ({ freeTickets }) => freeTickets },
  ...toAmountColumns<Row>('Billetterie', ({ ticketing }) => ticketing),
];

/** What accounting asks: tickets and revenue by rate of VAT. Prices of tickets are not kept, so there is no line per price. */
export function toRatesSheet(batches: () => AsyncIterable<readonly ExportedShow[]>): SheetToWrite {
  return toSheet('Billets par taux de TVA', columns, async function* () {
    for await (const shows of batches()) yield shows.flatMap(listRates);
  });
}

function listRates(show: ExportedShow): Row[] {
  const byRate = Map.groupBy(listDeclaredPerformances(show), ({ taxRateBp }) => taxRateBp);
  return [...byRate].map(([taxRateBp, performances]) => ({
    showName: show.draft.series.name,
    taxRateBp,
    performances: performances.length,
    paidTickets: sumCents(performances.map(({ ticketing }) => ticketing.paidTickets)),
    freeTickets: sumCents(performances.map(({ ticketing }) => ticketing.freeTickets)),
    ticketing: toTotal(performances.map(({ ticketing }) => ticketing)),
  }));
}
