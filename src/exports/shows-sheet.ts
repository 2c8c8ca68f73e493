import { computeTotals, type DeclarationTotals } from '@/domain/declaration/totals';
import { seriesOrganisms } from '@/domain/organism';
import { audienceLabels, declarationStateLabels, genreLabels, organismLabels } from '@/i18n/labels';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { type ExportedPerformance, type ExportedShow, listDeclaredPerformances } from './exported-show';
import { type SheetColumn, toAmountColumns, toSheet } from './to-sheet';

type Row = ExportedShow & {
  readonly performances: readonly ExportedPerformance[];
  readonly totals: DeclarationTotals;
};

const columns: readonly SheetColumn<Row>[] = [
  { header: 'Spectacle', kind: 'text', width: 42, read: ({ draft }) => draft.series.name },
  {
    header: 'Genre',
    kind: 'text',
    width: 28,
    read: ({ draft }) => draft.series.genre && genreLabels[draft.series.genre],
  },
  { header: 'Public', kind: 'text', width: 14, read: ({ draft }) => audienceLabels[draft.series.audience] },
  { header: 'Auteur', kind: 'text', width: 24, read: ({ draft }) => draft.series.author },
  { header: 'Mise en scène', kind: 'text', width: 24, read: ({ draft }) => draft.series.director },
  { header: 'Artistes', kind: 'text', width: 28, read: ({ draft }) => draft.series.artists },
  { header: 'Producteur', kind: 'text', width: 28, read: ({ draft }) => draft.series.producer?.name ?? null },
  { header: 'SIREN du producteur', kind: 'text', width: 20, read: ({ draft }) => draft.series.producer?.siren ?? null },
  { header: 'Lieu', kind: 'text', width: 28, read: ({ draft }) => draft.series.venue?.name ?? null },
  {
    header: 'Code postal',
    kind: 'text',
    width: 12,
    read: ({ draft }) => draft.series.venue?.address.postalCode ?? null,
  },
  { header: 'Ville', kind: 'text', width: 20, read: ({ draft }) => draft.series.venue?.address.city ?? null },
  { header: 'Jauge', kind: 'count', width: 10, read: ({ draft }) => draft.series.capacity },
  {
    header: 'Première représentation',
    kind: 'day',
    width: 24,
    read: ({ performances }) => toStart(performances.at(0)),
  },
  {
    header: 'Dernière représentation',
    kind: 'day',
    width: 24,
    read: ({ performances }) => toStart(performances.at(-1)),
  },
  { header: 'Représentations', kind: 'count', width: 16, read: ({ totals }) => totals.performances },
  { header: 'Billets payants', kind: 'count', width: 16, read: ({ totals }) => totals.paidTickets },
  { header: 'Billets gratuits', kind: 'count', width: 16, read: ({ totals }) => totals.freeTickets },
  ...toAmountColumns<Row>('Billetterie', ({ totals }) => totals.ticketing),
  ...toAmountColumns<Row>('Recettes annexes', ({ totals }) => totals.side),
  {
    header: 'Contrat de cession HT',
    kind: 'amount',
    width: 22,
    read: ({ draft }) => draft.series.salePrice?.excludingTaxesCents ?? null,
  },
  ...seriesOrganisms.map((organism): SheetColumn<Row> => ({
    header: organismLabels[organism],
    kind: 'text',
    width: 16,
    read: ({ declarations }) => {
      const found = declarations.find((declaration) => declaration.organism === organism);
      return found ? declarationStateLabels[found.state] : null;
    },
  })),
  { header: 'Provenance', kind: 'text', width: 24, read: ({ source }) => source },
];

/** One line per show, with the totals of what is declared. */
export function toShowsSheet(batches: () => AsyncIterable<readonly ExportedShow[]>): SheetToWrite {
  return toSheet('Spectacles', columns, async function* () {
    for await (const shows of batches()) yield shows.map(toRow);
  });
}

function toRow(show: ExportedShow): Row {
  const performances = listDeclaredPerformances(show);
  return { ...show, performances, totals: computeTotals(performances) };
}

function toStart(performance: ExportedPerformance | undefined): Date | null {
  return performance ? new Date(performance.startAt) : null;
}
