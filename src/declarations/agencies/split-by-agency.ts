import { type EffectivePerformance, listEffectivePerformances, toSeriesVenue } from '@/domain/declaration/effective';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { AgencyPlace } from './list-agency-codes';

/** What one agency is told: the declaration with its performances only. */
export type AgencyPart<Agency> = { readonly agency: Agency; readonly declaration: NeutralDeclaration };

export type AgencySplit<Agency> = {
  /** In the order of the first performance of each. One for nearly every show, several for a tour. */
  readonly parts: readonly AgencyPart<Agency>[];
  /** Places that nobody serves: each field once, on the performance where the place is its own. */
  readonly unserved: readonly Pick<DeclarationIssue, 'field' | 'performanceId'>[];
};

/** Places where a declaration is played, each once; that of the series when there is no performance yet. */
export function listPlaces(declaration: NeutralDeclaration): readonly AgencyPlace[] {
  const venues = [toSeriesVenue(declaration), ...listEffectivePerformances(declaration).map(({ venue }) => venue)];
  const places = venues.flatMap((venue) => venue?.address ?? []);
  return [...new Map(places.map((place) => [`${place.countryCode} ${place.postalCode}`, place])).values()];
}

/**
 * Which agency is told which performances, each by its own place. A performance without a place is left to the organism's check.
 * `find` says who serves a place.
 */
export function splitByAgency<Agency extends { readonly email: string }>(
  declaration: NeutralDeclaration,
  find: (place: AgencyPlace) => Agency | null,
): AgencySplit<Agency> {
  const performances = listEffectivePerformances(declaration);
  const groups = new Map<string, { agency: Agency; ids: Set<string> }>();
  const unserved = new Map<string, Pick<DeclarationIssue, 'field' | 'performanceId'>>();
  for (const performance of performances) {
    if (!performance.venue) continue;
    const agency = find(performance.venue.address);
    if (!agency) {
      const issue = toUnserved(performance);
      unserved.set(`${issue.field} ${issue.performanceId ?? ''}`, issue);
      continue;
    }
    const group = groups.get(agency.email) ?? { agency, ids: new Set() };
    group.ids.add(performance.id);
    groups.set(agency.email, group);
  }
  const parts = [...groups.values()].map(({ agency, ids }) => ({
    agency,
    declaration: { ...declaration, performances: declaration.performances.filter(({ id }) => ids.has(id)) },
  }));
  return { parts, unserved: [...unserved.values()] };
}

function toUnserved({ id, overrides }: EffectivePerformance): Pick<DeclarationIssue, 'field' | 'performanceId'> {
  return overrides.venue ? { field: 'performances.venue', performanceId: id } : { field: 'series.venue' };
}
