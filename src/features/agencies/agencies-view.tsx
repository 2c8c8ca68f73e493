import type { ReactNode } from 'react';
import { PageLink } from '@/components/navigation/page-link';
import type { TransmittableOrganism } from '@/domain/organism';
import { routes } from '@/features/routes';
import { formatCounted, formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import type { AgenciesImport, AgenciesPage } from '@/server/agencies/agencies.schema';

export type AgenciesViewProps = {
  readonly organism: TransmittableOrganism;
  readonly postalCode: string;
  readonly page: AgenciesPage;
  readonly history: readonly AgenciesImport[];
  readonly importForm: ReactNode;
};

/** «Délégations»: who serves where, the import of a list, the journal of past imports. */
export function AgenciesView({ organism, postalCode, page, history, importForm }: AgenciesViewProps) {
  const other = organism === 'SACEM' ? 'SACD' : 'SACEM';
  const slugs = { SACEM: 'sacem', SACD: 'sacd' } as const;
  // The answer to a search is what was asked for; the whole list is long, and comes last.
  const agencies = <Agencies postalCode={postalCode} page={page} allHref={routes.agencies(slugs[organism])} />;
  return (
    <div className="fr-container fr-my-5w">
      <h1>Délégations de la {organismLabels[organism]}</h1>
      <p>
        <PageLink className="fr-link fr-icon-arrow-right-line fr-link--icon-right" href={routes.agencies(slugs[other])}>
          Délégations de la {organismLabels[other]}
        </PageLink>
      </p>
      <SearchForm organism={organism} postalCode={postalCode} />
      {postalCode !== '' && agencies}
      <h2 className="fr-mt-5w">Importer une liste</h2>
      {importForm}
      <h2 className="fr-mt-5w">Imports passés</h2>
      <History history={history} />
      {postalCode === '' && (
        <>
          <h2 className="fr-mt-5w">Toutes les délégations</h2>
          {agencies}
        </>
      )}
    </div>
  );
}

/** A plain form: the answer has an address, and works before the page is alive. */
function SearchForm({ organism, postalCode }: Pick<AgenciesViewProps, 'organism' | 'postalCode'>) {
  return (
    <form role="search" method="get" aria-label="Chercher la délégation d’un code postal" className="app-narrow">
      <div className="fr-input-group">
        <label className="fr-label" htmlFor="agency-code">
          Quelle délégation pour ce code postal&nbsp;?
          <span className="fr-hint-text">Par exemple 29242. Vide&nbsp;: toutes.</span>
        </label>
        <div className="fr-input-wrap fr-input-wrap--addon">
          <input
            key={`${organism} ${postalCode}`}
            id="agency-code"
            name="code"
            className="fr-input"
            defaultValue={postalCode}
            maxLength={20}
            autoComplete="off"
          />
          <button type="submit" className="fr-btn">
            Chercher
          </button>
        </div>
      </div>
    </form>
  );
}

type AgenciesProps = Pick<AgenciesViewProps, 'postalCode' | 'page'> & { readonly allHref: string };

function Agencies({ postalCode, page: { total, codes, agencies }, allHref }: AgenciesProps) {
  const isSearch = postalCode !== '';
  return (
    <>
      <p role="status">
        {isSearch
          ? agencies.length > 0
            ? `La délégation du code postal ${postalCode}\u00a0:`
            : `Aucune délégation ne sert le code postal ${postalCode}.`
          : total === 0
            ? 'Aucune délégation n’est encore connue\u00a0: importez la liste de l’organisme.'
            : `${formatCounted(total, 'délégation')} pour ${formatCounted(codes, 'code')}.`}
      </p>
      {agencies.length > 0 && (
        <ul>
          {agencies.map(({ id, name, email, codes: served }) => (
            <li key={id} className="app-break">
              <strong>{name}</strong>, {email}, {formatCounted(served, 'code')}
            </li>
          ))}
        </ul>
      )}
      {isSearch && (
        <p>
          <PageLink className="fr-link" href={allHref}>
            Voir toutes les délégations
          </PageLink>
        </p>
      )}
    </>
  );
}

function History({ history }: Pick<AgenciesViewProps, 'history'>) {
  if (history.length === 0) return <p className="app-empty">Aucune liste n’a encore été importée.</p>;
  return (
    <ul>
      {history.map(({ id, at, by, file, added, updated, removed, forced }) => (
        <li key={id} className="app-break">
          {formatDateTime(new Date(at))}, par {by}
          {file && `, ${file}`}&nbsp;: {formatCounted(added, 'ajoutée')}, {formatCounted(updated, 'modifiée')},{' '}
          {formatCounted(removed, 'retirée')}
          {forced && ', malgré l’avertissement'}.
        </li>
      ))}
    </ul>
  );
}
