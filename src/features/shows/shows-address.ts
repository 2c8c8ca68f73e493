import { routes } from '@/features/routes';
import type { ListSeriesInput, seriesFilters, seriesSorts } from '@/server/series/list-series.schema';

export type SeriesFilter = (typeof seriesFilters)[number];
export type SeriesSort = (typeof seriesSorts)[number];

/** What the address says for each filter and each sort; the first one is left out of it. */
const filterSlugs: Readonly<Record<SeriesFilter, string>> = {
  all: 'tous',
  'to-declare': 'a-declarer',
  upcoming: 'a-venir',
  attention: 'a-verifier',
  declared: 'declares',
};
const sortSlugs: Readonly<Record<SeriesSort, string>> = {
  'end-desc': 'recents',
  'end-asc': 'anciens',
  name: 'nom',
};

export type ShowsInput = Required<ListSeriesInput>;
export type SearchValues = { get(name: string): string | null };

const maxSearchLength = 200;
const maxPage = 10_000;

/** What the address asks for. Anything unknown in it is as if it were absent. */
export function readShowsInput(organizationId: string, values: SearchValues): ShowsInput {
  const page = Number(values.get('page') ?? 1);
  return {
    organizationId,
    filter: findKey(filterSlugs, values.get('filtre')) ?? 'all',
    sort: findKey(sortSlugs, values.get('tri')) ?? 'end-desc',
    search: (values.get('recherche') ?? '').trim().slice(0, maxSearchLength),
    page: Number.isInteger(page) && page >= 1 && page <= maxPage ? page : 1,
  };
}

/** The address that asks for it: shared, kept in the history, found again. */
export function toShowsHref({ organizationId, filter, sort, search, page }: ShowsInput): string {
  return routes.shows(organizationId, {
    filtre: filter === 'all' ? undefined : filterSlugs[filter],
    tri: sort === 'end-desc' ? undefined : sortSlugs[sort],
    recherche: search,
    page: page === 1 ? undefined : page,
  });
}

/** Slug of a sort, for the form that works without our code. */
export function toSortSlug(sort: SeriesSort): string {
  return sortSlugs[sort];
}

/** Slug of a filter, for the same form. */
export function toFilterSlug(filter: SeriesFilter): string {
  return filterSlugs[filter];
}

export function findSort(slug: string): SeriesSort {
  return findKey(sortSlugs, slug) ?? 'end-desc';
}

function findKey<Key extends string>(slugs: Readonly<Record<Key, string>>, slug: string | null): Key | undefined {
  const keys = Object.keys(slugs) as Key[];
  return keys.find((key) => slugs[key] === slug);
}
