import type { DeclarationState } from '@/domain/declaration/status';
import { computeTotals, type DeclarationTotals } from '@/domain/declaration/totals';
import { type Organism, organisms } from '@/domain/organism';
import { isInSeason, type Season } from '@/domain/season';
import { type ExportedShow, listDeclaredPerformances } from './exported-show';

/** A show in a season: its performances of that season only. UTC instants. */
export type SeasonShow = {
  readonly name: string;
  readonly firstStartAt: Date;
  readonly lastStartAt: Date;
  readonly totals: DeclarationTotals;
  readonly declarations: readonly { readonly organism: Organism; readonly state: DeclarationState }[];
};

/** The show in a season; null when none of its declared performances is in it. */
export function toSeasonShow(show: ExportedShow, season: Season): SeasonShow | null {
  const played = listDeclaredPerformances(show).filter(({ startAt }) => isInSeason(new Date(startAt), season));
  const [first, last] = [played[0], played.at(-1)];
  if (!first || !last) return null;
  return {
    name: show.draft.series.name,
    firstStartAt: new Date(first.startAt),
    lastStartAt: new Date(last.startAt),
    totals: computeTotals(played),
    declarations: show.declarations.map(({ organism, state }) => ({ organism, state })),
  };
}

export type OrganismCounts = {
  readonly organism: Organism;
  readonly todo: number;
  readonly sent: number;
  readonly accepted: number;
};

/** How many declarations of these shows are where, by organism; those that nobody chose are left out. */
export function countDeclarations(shows: readonly SeasonShow[]): readonly OrganismCounts[] {
  return organisms.flatMap((organism) => {
    const states = shows.flatMap(({ declarations }) =>
      declarations.filter((declaration) => declaration.organism === organism).map(({ state }) => state),
    );
    if (states.length === 0) return [];
    const sent = states.filter((state) => state === 'sent' || state === 'sending').length;
    const accepted = states.filter((state) => state === 'accepted').length;
    return [{ organism, todo: states.length - sent - accepted, sent, accepted }];
  });
}
