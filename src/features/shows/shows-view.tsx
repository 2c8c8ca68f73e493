'use client';
import { PageLink } from '@/components/navigation/page-link';
import { Pages } from '@/components/navigation/pages';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenError } from '@/features/screen-error';
import { formatCounted } from '@/i18n/format';
import type { SeriesPage } from '@/server/series/list-series.schema';
import { toClickHandler, type Navigate } from './navigate';
import { ShowFilters } from './show-filters';
import { ShowsSearch } from './shows-search';
import { ShowsTable } from './shows-table';
import { toShowsHref, type ShowsInput } from './shows-address';

export type ShowsViewProps = {
  readonly input: ShowsInput;
  readonly list: SeriesPage;
  /** The list on screen answers an earlier question; the new one is on its way. */
  readonly isLoading: boolean;
  readonly error: ScreenError | null;
  readonly onRetry: () => void;
  readonly onNavigate: Navigate;
  readonly toShowHref: (seriesId: string) => string;
  readonly connectionsHref: string;
  readonly newShowHref: string;
  /** The list as it is filtered, as a workbook; and everything else that can be taken away. */
  readonly exportHref: string;
  readonly exportsHref: string;
};

/** «Spectacles»: filters, search, sort and one line per show. */
export function ShowsView(props: ShowsViewProps) {
  const { input, list, isLoading, onNavigate } = props;
  const isNew = list.counts.all === 0 && input.search === '';
  return (
    <div className="fr-container fr-my-5w">
      <div className="app-card-head fr-mb-3w">
        <h1 className="fr-mb-0">Spectacles</h1>
        <PageLink className="fr-btn fr-btn--secondary" href={props.newShowHref}>
          Ajouter un spectacle
        </PageLink>
      </div>
      {isNew ? (
        <NoShowYet connectionsHref={props.connectionsHref} />
      ) : (
        <>
          <ShowFilters input={input} counts={list.counts} onNavigate={onNavigate} />
          <ShowsSearch input={input} onNavigate={onNavigate} />
          {props.error && <LazyErrorMessage code={props.error.code} onRetry={props.onRetry} />}
          <div className="app-list-head fr-text--sm fr-mb-2w">
            <p role="status">{isLoading ? 'Chargement…' : formatCounted(list.total, 'spectacle')}</p>
            <a href={props.exportHref} download>
              Exporter cette liste (XLSX)
            </a>
            <a href={props.exportsHref}>Tous les exports</a>
          </div>
          <div aria-busy={isLoading} className={isLoading ? 'app-stale' : undefined}>
            {list.rows.length > 0 ? (
              <ShowsTable rows={list.rows} toShowHref={props.toShowHref} />
            ) : (
              <NoMatch input={input} onNavigate={onNavigate} />
            )}
          </div>
          {list.pageCount > 1 && (
            <Pages
              current={list.page}
              count={list.pageCount}
              toHref={(page) => toShowsHref({ ...input, page })}
              onFollow={(page, event) =>
                toClickHandler(() => {
                  onNavigate({ ...input, page }, 'push');
                  window.scrollTo({ top: 0 });
                })(event)
              }
            />
          )}
        </>
      )}
    </div>
  );
}

function NoShowYet({ connectionsHref }: { readonly connectionsHref: string }) {
  return (
    <div className="app-empty">
      <p className="fr-text--lead">Aucun spectacle pour l’instant.</p>
      <p>Ils arrivent de votre billetterie, avec leurs représentations et leurs recettes.</p>
      <PageLink className="fr-btn" href={connectionsHref}>
        Voir mes billetteries
      </PageLink>
    </div>
  );
}

function NoMatch({ input, onNavigate }: { readonly input: ShowsInput; readonly onNavigate: Navigate }) {
  const everything: ShowsInput = { ...input, filter: 'all', search: '', page: 1 };
  return (
    <div className="app-empty">
      <p className="fr-text--lead">
        {input.search ? `Aucun spectacle ne correspond à «\u00a0${input.search}\u00a0».` : 'Aucun spectacle ici.'}
      </p>
      <a
        className="fr-btn fr-btn--secondary"
        href={toShowsHref(everything)}
        onClick={toClickHandler(() => onNavigate(everything, 'push'))}
      >
        Voir tous les spectacles
      </a>
    </div>
  );
}
