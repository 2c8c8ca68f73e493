'use client';
import { formatCount } from '@/i18n/format';
import type { SeriesPage } from '@/server/series/list-series.schema';
import { toShowsHref, type SeriesFilter, type ShowsInput } from './shows-address';
import { toClickHandler, type Navigate } from './navigate';

/** In the order of the screen. */
const filters: readonly { readonly filter: SeriesFilter; readonly label: string }[] = [
  { filter: 'all', label: 'Tous' },
  { filter: 'to-declare', label: 'À déclarer' },
  { filter: 'attention', label: 'À vérifier' },
  { filter: 'upcoming', label: 'À venir' },
  { filter: 'declared', label: 'Déclarés' },
];

export type ShowFiltersProps = {
  readonly input: ShowsInput;
  readonly counts: SeriesPage['counts'];
  readonly onNavigate: Navigate;
};

/** One link per filter, with how many shows it holds under the same search. */
export function ShowFilters({ input, counts, onNavigate }: ShowFiltersProps) {
  return (
    <nav aria-label="Filtrer les spectacles" className="fr-mb-3w">
      <ul className="fr-raw-list app-filters">
        {filters.map(({ filter, label }) => {
          const next = { ...input, filter, page: 1 };
          return (
            <li key={filter}>
              <a
                className="app-filter"
                href={toShowsHref(next)}
                aria-current={filter === input.filter ? 'page' : undefined}
                onClick={toClickHandler(() => onNavigate(next, 'push'))}
              >
                {label} <span className="app-filter__count">{formatCount(counts[filter])}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
