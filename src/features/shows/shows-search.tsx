'use client';
import { useEffect, useRef, useState } from 'react';
import { routes } from '@/features/routes';
import { findSort, toFilterSlug, toSortSlug, type SeriesSort, type ShowsInput } from './shows-address';
import type { Navigate } from './navigate';

const sorts: readonly { readonly sort: SeriesSort; readonly label: string }[] = [
  { sort: 'end-desc', label: 'Les plus récents d’abord' },
  { sort: 'end-asc', label: 'Les plus anciens d’abord' },
  { sort: 'name', label: 'Par nom' },
];

const pauseMilliseconds = 250;

/** Search as one types, and the order. A plain form too: it works before the page is alive. */
export function ShowsSearch({ input, onNavigate }: { readonly input: ShowsInput; readonly onNavigate: Navigate }) {
  const [typed, setTyped] = useState(input.search);
  const [known, setKnown] = useState(input.search);
  // The address moved by itself (back button, «Voir tous les spectacles»): the field follows.
  if (known !== input.search) {
    setKnown(input.search);
    if (typed.trim() !== input.search) setTyped(input.search);
  }
  // Typed before the page was alive: the browser kept it in the field, and React never heard of it.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const early = field.current?.value ?? '';
    setTyped((text) => (early === '' ? text : early));
  }, []);
  const search = useRef((_text: string) => {});
  useEffect(() => {
    search.current = (text) => onNavigate({ ...input, search: text, page: 1 }, 'replace');
  });
  useEffect(() => {
    const text = typed.trim();
    if (text === known) return;
    const timer = setTimeout(() => search.current(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, known]);

  return (
    <form role="search" action={routes.shows(input.organizationId)} method="get" className="app-search">
      {input.filter !== 'all' && <input type="hidden" name="filtre" value={toFilterSlug(input.filter)} />}
      <div className="fr-input-group app-search__text">
        <label className="fr-label" htmlFor="recherche-spectacle">
          Chercher un spectacle
        </label>
        <input
          ref={field}
          id="recherche-spectacle"
          className="fr-input"
          type="search"
          name="recherche"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="fr-select-group">
        <label className="fr-label" htmlFor="tri-spectacles">
          Trier
        </label>
        <select
          id="tri-spectacles"
          name="tri"
          className="fr-select"
          value={toSortSlug(input.sort)}
          onChange={(event) => onNavigate({ ...input, sort: findSort(event.target.value), page: 1 }, 'push')}
        >
          {sorts.map(({ sort, label }) => (
            <option key={sort} value={toSortSlug(sort)}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
