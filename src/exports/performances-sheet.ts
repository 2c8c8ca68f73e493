import { otherRevenueKinds } from '@/domain/declaration/bounds';
import { audienceLabels, otherRevenueLabels } from '@/i18n/labels';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { type ExportedPerformance, type ExportedShow, listExportedPerformances } from './exported-show';
import { type SheetColumn, toAmountColumns, toSheet } from './to-sheet';

type Row = ExportedPerformance & { readonly showName: string };

const columns: readonly SheetColumn<Row>[] = [
  { header: 'Spectacle', kind: 'text', width: 42, read: ({ showName }) => showName },
  { header: 'Date et heure', kind: 'moment', width: 18, read: ({ startAt }) => new Date(startAt) },
  { header: 'Lieu', kind: 'text', width: 28, read: ({ venue }) => venue?.name ?? null },
  { header: 'Code postal', kind: 'text', width: 12, read: ({ venue }) => venue?.address.postalCode ?? null },
  { header: 'Ville', kind: 'text', width: 20, read: ({ venue }) => venue?.address.city ?? null },
  { header: 'Jauge', kind: 'count', width: 10, read: ({ capacity }) => capacity },
  { header: 'Public', kind: 'text', width: 14, read: ({ audience }) => audienceLabels[audience] },
  { header: 'Billets payants', kind: 'count', width: 16, read: ({ ticketing }) => ticketing.paidTickets },
  { header: 'Billets gratuits', kind: 'count', width: 16, read: ({ ticketing }) => ticketing.freeTickets },
  { header: 'Taux de TVA', kind: 'rate', width: 12, read: ({ taxRateBp }) => taxRateBp },
  ...toAmountColumns<Row>('Billetterie', ({ ticketing }) => ticketing),
  ...otherRevenueKinds.flatMap((kind) =>
    toAmountColumns<Row>(otherRevenueLabels[kind], ({ otherRevenue }) => otherRevenue[kind]),
  ),
  { header: 'Corrigée', kind: 'text', width: 10, read: ({ isCorrected }) => (isCorrected ? 'Oui' : 'Non') },
  { header: 'Déclarée', kind: 'text', width: 10, read: ({ isDeclared }) => (isDeclared ? 'Oui' : 'Non') },
];

/** One line per performance, those that the ticketing no longer knows included: «Déclarée» tells them apart. */
export function toPerformancesSheet(batches: () => AsyncIterable<readonly ExportedShow[]>): SheetToWrite {
  return toSheet('Représentations', columns, async function* () {
    for await (const shows of batches()) {
      for (const show of shows)
        yield listExportedPerformances(show).map((row) => ({ ...row, showName: show.draft.series.name }));
    }
  });
}
