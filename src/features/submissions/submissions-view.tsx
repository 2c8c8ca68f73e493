'use client';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Pages } from '@/components/navigation/pages';
import { declarationStates } from '@/domain/declaration/status';
import { organisms } from '@/domain/organism';
import { formatCounted, formatDateTime } from '@/i18n/format';
import { declarationStateLabels, organismLabels } from '@/i18n/labels';
import type { AppRouter } from '@/server/trpc/client-types';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import { StateBadge } from './state-badge';
import type { SubmissionsSearch } from './submissions-search';
import styles from './submissions.module.css';

export type SubmissionsPage = inferRouterOutputs<AppRouter>['submissions']['list'];

export type SubmissionsViewProps = {
  /** Null while it loads. */
  readonly result: SubmissionsPage | null;
  readonly search: SubmissionsSearch;
  readonly toHref: (search: SubmissionsSearch) => string;
  readonly submissionHref: (submissionId: string) => string;
  readonly todoHref: string;
  /** The list as it is filtered, as a workbook; and everything else that can be taken away. */
  readonly exportHref: string;
  readonly exportsHref: string;
  readonly onSearch: (search: SubmissionsSearch) => void;
};

/** Every submission of the structure, the latest first. */
export function SubmissionsView(props: SubmissionsViewProps) {
  const { result, search, toHref, todoHref } = props;
  const isFiltered = search.organism !== undefined || search.state !== undefined;
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <h1>Envois</h1>
      {(isFiltered || result === null || result.total > 0) && <Filters {...props} />}
      <div className="app-list-head">
        <p role="status">{result === null ? 'Chargement des envois…' : describeTotal(result.total, isFiltered)}</p>
        {result !== null && result.total > 0 && (
          <>
            <a href={props.exportHref} download>
              Exporter cette liste (XLSX)
            </a>
            <a href={props.exportsHref}>Tous les exports</a>
          </>
        )}
      </div>
      {result !== null && result.total === 0 && !isFiltered && (
        <p>
          <a className="fr-btn" href={todoHref}>
            Voir ce qui reste à déclarer
          </a>
        </p>
      )}
      {result !== null && result.rows.length > 0 && <SubmissionsTable {...props} rows={result.rows} />}
      {result !== null && result.pageCount > 1 && (
        <Pages current={result.page} count={result.pageCount} toHref={(page) => toHref({ ...search, page })} />
      )}
    </div>
  );
}

function describeTotal(total: number, isFiltered: boolean): string {
  if (total > 0) return formatCounted(total, 'envoi');
  return isFiltered
    ? 'Aucun envoi ne correspond à ces choix.'
    : 'Rien n’a encore été envoyé. Chaque déclaration transmise sera gardée ici, avec ses documents.';
}

function Filters({ search, onSearch }: SubmissionsViewProps) {
  // The address follows once the server answered: until then what is chosen stays shown, and a second choice adds to it.
  const [followed, setFollowed] = useState(search);
  const [chosen, setChosen] = useState(search);
  if (followed !== search) {
    setFollowed(search);
    setChosen(search);
  }
  const choose = (choice: Omit<SubmissionsSearch, 'page'>) => {
    const next = { ...chosen, ...choice, page: 1 };
    setChosen(next);
    onSearch(next);
  };
  return (
    <div className={styles.filters} role="search" aria-label="Choisir les envois à afficher">
      <div className="fr-select-group">
        <label className="fr-label" htmlFor="filter-organism">
          Organisme
        </label>
        <select
          id="filter-organism"
          className="fr-select"
          value={chosen.organism ?? ''}
          onChange={(event) => choose({ organism: organisms.find((organism) => organism === event.target.value) })}
        >
          <option value="">Tous</option>
          {organisms.map((organism) => (
            <option key={organism} value={organism}>
              {organismLabels[organism]}
            </option>
          ))}
        </select>
      </div>
      <div className="fr-select-group">
        <label className="fr-label" htmlFor="filter-state">
          État
        </label>
        <select
          id="filter-state"
          className="fr-select"
          value={chosen.state ?? ''}
          onChange={(event) => choose({ state: declarationStates.find((state) => state === event.target.value) })}
        >
          <option value="">Tous</option>
          {declarationStates
            .filter((state) => state !== 'draft')
            .map((state) => (
              <option key={state} value={state}>
                {declarationStateLabels[state]}
              </option>
            ))}
        </select>
      </div>
    </div>
  );
}

type TableProps = Pick<SubmissionsViewProps, 'submissionHref'> & { readonly rows: readonly SubmissionRow[] };

function SubmissionsTable({ rows, submissionHref }: TableProps) {
  return (
    <table className={styles.table}>
      <caption className="fr-sr-only">Envois, les plus récents d’abord</caption>
      <thead>
        <tr>
          <th scope="col">Spectacle</th>
          <th scope="col">Organisme</th>
          <th scope="col">État</th>
          <th scope="col">Envoyé le</th>
          <th scope="col">Par</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={submissionHref(row.id)}>
                {row.seriesName}
                <span className="fr-sr-only">
                  , {organismLabels[row.organism]}, envoi n°&nbsp;{row.number}
                </span>
              </a>
            </th>
            <td data-label="Organisme">
              {organismLabels[row.organism]}, n°&nbsp;{row.number}
            </td>
            <td data-label="État">
              <StateBadge state={row.state} />
            </td>
            <td data-label="Envoyé le">{formatDateTime(new Date(row.createdAt))}</td>
            <td data-label="Par">{row.authorName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
