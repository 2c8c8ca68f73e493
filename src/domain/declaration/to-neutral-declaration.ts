import type { Organism } from '../organism';
import type { Draft, DraftPerformance } from './draft';
import { isSameVenue, type SeriesDefaults } from './effective';
import { isCorrected, toDeclaredFigures } from './figures';
import type { NeutralDeclaration, NeutralPerformance, Overrides } from './neutral';
import { toShownValues } from './overrides';

/** What a draft does not hold: who declares, when, to whom, with which documents. */
export type DeclarationContext = Pick<NeutralDeclaration, 'declarant' | 'documents'> & {
  readonly declaredAt: Date;
  readonly organisms: readonly Organism[];
};

/** A draft as organisms read it: corrections over imports, overrides that say something, without what is gone. */
export function toNeutralDeclaration(draft: Draft, context: DeclarationContext): NeutralDeclaration {
  const { id: _organizationId, ...organization } = draft.organization;
  return {
    declaredAt: context.declaredAt.toISOString(),
    organization,
    declarant: context.declarant,
    series: { ...draft.series, organisms: [...context.organisms] },
    performances: toNeutralPerformances(draft),
    documents: context.documents,
  };
}

/**
 * Performances that are declared, in the order of the draft. One that the ticketing no longer knows is left out, unless a
 * person keeps it or, while nobody answered, corrected its figures.
 */
export function toNeutralPerformances(draft: Pick<Draft, 'series' | 'performances'>): NeutralPerformance[] {
  return draft.performances.filter(isDeclared).map((performance) => {
    const figures = toDeclaredFigures(performance.imported, performance.corrected);
    return {
      id: performance.id,
      startAt: performance.startAt,
      endAt: performance.endAt,
      ticketing: {
        excludingTaxesCents: figures.excludingTaxesCents,
        includingTaxesCents: figures.includingTaxesCents,
        paidTickets: figures.paidTickets,
        freeTickets: figures.freeTickets,
      },
      otherRevenue: performance.otherRevenue,
      overrides: toNeutralOverrides(draft.series, toShownValues(draft.series, performance)),
    };
  });
}

/** Whether a performance of a draft is part of the declaration. */
export function isDeclared({
  gone,
  absence,
  corrected,
}: Pick<DraftPerformance, 'gone' | 'absence' | 'corrected'>): boolean {
  return !gone || (absence.kept ?? isCorrected(corrected));
}

function toNeutralOverrides(series: SeriesDefaults, shown: SeriesDefaults): Overrides {
  return {
    ...(shown.venue && !isSameVenue(shown.venue, series.venue) && { venue: shown.venue }),
    ...(shown.capacity !== null && shown.capacity !== series.capacity && { capacity: shown.capacity }),
    ...(shown.audience !== series.audience && { audience: shown.audience }),
    ...(shown.taxRateBp !== series.taxRateBp && { taxRateBp: shown.taxRateBp }),
  };
}
