import { type Draft, type DraftPerformance } from '@/domain/declaration/draft';
import { givenDeclaration, givenPair } from './given-declaration';

/** One imported evening of 120 paid tickets at 15.00 €, 5.5 %, that nobody corrected. */
export function givenDraftPerformance(values: Partial<DraftPerformance> = {}): DraftPerformance {
  return {
    id: 'rep-1',
    startAt: '2026-06-26T18:30:00.000Z',
    endAt: '2026-06-26T20:00:00.000Z',
    imported: {
      excludingTaxesCents: 170616,
      includingTaxesCents: 180000,
      taxRateBp: 550,
      paidTickets: 120,
      freeTickets: 8,
      importedAt: '2026-07-01T03:00:00.000Z',
    },
    corrected: { amounts: null, taxRateBp: null, paidTickets: null, freeTickets: null },
    correction: null,
    otherRevenue: {
      bar: givenPair(0, 0),
      catering: givenPair(0, 0),
      programmes: givenPair(0, 0),
      other: givenPair(0, 0),
    },
    overrides: { venue: null, capacity: null, audience: null, taxRateBp: null },
    gone: false,
    absence: { kept: null },
    ...values,
  };
}

/** A complete draft: that of `givenDeclaration` before it became one. */
export function givenDraft(
  values: { series?: Partial<Draft['series']>; performances?: readonly DraftPerformance[] } = {},
): Draft {
  const { organization, series } = givenDeclaration();
  const { organisms: _organisms, ...draftSeries } = series;
  return {
    organization: { id: 'org-01', ...organization },
    series: { ...draftSeries, ...values.series },
    performances: [...(values.performances ?? [givenDraftPerformance()])],
  };
}
