import { noAnswers } from '@/domain/ticketing/import/mapping';
import type { ImportView, PreviewedSeries, ReadingPreview } from '@/server/imports/import-view.schema';
import { givenRun } from './given-lists';

export function givenPreviewedSeries(values: Partial<PreviewedSeries> = {}): PreviewedSeries {
  return {
    id: 'la-nuit-du-phare',
    name: 'La Nuit du phare',
    performances: 2,
    paidTickets: 155,
    freeTickets: 8,
    includingTaxesCents: 232_500,
    excludingTaxesCents: 220_379,
    first: [
      {
        startAt: '2026-06-26T18:30:00.000Z',
        includingTaxesCents: 120_000,
        excludingTaxesCents: 113_744,
        taxRateBp: 550,
        paidTickets: 80,
        freeTickets: 6,
      },
      {
        startAt: '2026-06-27T18:30:00.000Z',
        includingTaxesCents: 112_500,
        excludingTaxesCents: 106_635,
        taxRateBp: 550,
        paidTickets: 75,
        freeTickets: 2,
      },
    ],
    ...values,
  };
}

/** What was read in a file of one show and two evenings. */
export function givenReading(values: Partial<ReadingPreview> = {}): ReadingPreview {
  const series = values.series ?? [givenPreviewedSeries()];
  return {
    seriesCount: series.length,
    totals: {
      performances: 2 * series.length,
      paidTickets: 155 * series.length,
      freeTickets: 8 * series.length,
      includingTaxesCents: 232_500 * series.length,
      excludingTaxesCents: 220_379 * series.length,
    },
    series,
    unreadableCount: 0,
    unreadable: [],
    needs: [],
    warnings: [],
    sheets: [],
    ...values,
  };
}

/** A file read and waiting to be confirmed. */
export function givenImport(values: Partial<ImportView> = {}): ImportView {
  const column = (header: string, meaning: NonNullable<ImportView['mapping']>['columns'][number]['meaning']) => ({
    header,
    occurrence: 1,
    meaning,
  });
  return {
    id: '0198f000-0000-7000-8000-0000000000f1',
    name: 'export-ventes-juin.csv',
    size: 48_200,
    state: 'read',
    revision: 1,
    rowsRead: 163,
    isRemembered: false,
    refusal: null,
    mapping: {
      version: 1,
      sheets: [],
      columns: [
        column('Spectacle', 'series-name'),
        column('Date', 'start-at'),
        column('Nom', 'ignored'),
        column('Montant TTC', 'including-taxes'),
        column('Taux de TVA', 'tax-rate'),
      ],
      statuses: [],
      answers: noAnswers,
    },
    reading: givenReading(),
    label: 'export-ventes-juin',
    run: null,
    ...values,
  };
}

/** The same once stored. */
export function givenStoredImport(run: Parameters<typeof givenRun>[0] = {}): ImportView {
  return givenImport({
    state: 'stored',
    reading: null,
    run: givenRun({ state: 'succeeded', trigger: 'file', ...run }),
  });
}
