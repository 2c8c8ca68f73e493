import { PageLink } from '@/components/navigation/page-link';
import type { ChangesPage } from '@/server/ticketing/list-changes.schema';
import { describeChange } from './describe-change';

export type ChangesListProps = {
  readonly changes: ChangesPage;
  readonly toShowHref: (seriesId: string) => string;
  readonly onPage: (page: number) => void;
};

/** What a run changed, each change with its show named and linked. */
export function ChangesList({ changes, toShowHref, onPage }: ChangesListProps) {
  const { rows, page, pageCount } = changes;
  return (
    <div>
      <ul className="app-break">
        {rows.map((change) => (
          <li key={change.id}>
            <PageLink href={toShowHref(change.seriesId)}>{change.seriesName}</PageLink>&nbsp;: {describeChange(change)}.
          </li>
        ))}
      </ul>
      {pageCount > 1 && (
        <div className="app-actions">
          <button
            type="button"
            className="fr-btn fr-btn--tertiary fr-btn--sm"
            aria-disabled={page === 1}
            onClick={() => page > 1 && onPage(page - 1)}
          >
            Précédents
          </button>
          <span role="status">
            {page} sur {pageCount}
          </span>
          <button
            type="button"
            className="fr-btn fr-btn--tertiary fr-btn--sm"
            aria-disabled={page === pageCount}
            onClick={() => page < pageCount && onPage(page + 1)}
          >
            Suivants
          </button>
        </div>
      )}
    </div>
  );
}
