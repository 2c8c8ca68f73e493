import { isSameVenue, listEffectivePerformances } from '@/domain/declaration/effective';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { checkPerformances, checkSeries, type Finding, toIssues } from '@/domain/declaration/issues';
import type { NeutralDeclaration, Venue } from '@/domain/declaration/neutral';

/** What SIBIL needs of each performance: the domain (genre), the venue with its type, the capacity, tickets and revenue. */
export function checkSibil(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[] {
  return toIssues('SIBIL', [
    ...checkSeries(declaration),
    ...checkVenueKinds(declaration),
    ...checkPerformances(declaration, { otherRevenue: false, future: 'warning' }, now),
  ]);
}

/** The type of each place, asked once per place: on the show, else on the first performance played there. */
function checkVenueKinds(declaration: NeutralDeclaration): Finding[] {
  const { venue } = declaration.series;
  const asked: Venue[] = [];
  const findings: Finding[] = [];
  for (const performance of listEffectivePerformances(declaration)) {
    const place = performance.venue;
    if (place === null || place.kind !== undefined || asked.some((known) => isSameVenue(known, place))) continue;
    asked.push(place);
    findings.push(
      isSameVenue(place, venue)
        ? { severity: 'missing', code: 'required', field: 'series.venue.kind' }
        : { severity: 'missing', code: 'required', field: 'performances.venue.kind', performanceId: performance.id },
    );
  }
  return findings;
}
