import { PageLink } from '@/components/navigation/page-link';
import type { ReactNode } from 'react';
import type { ConnectionView } from '@/server/ticketing/list-connections.schema';

export type ConnectionsViewProps = {
  readonly connections: readonly ConnectionView[];
  readonly newConnectionHref: string;
  readonly apiKeysHref: string;
  readonly renderCard: (connection: ConnectionView) => ReactNode;
};

/** «Billetteries»: one card per connection, and the way to add another. */
export function ConnectionsView({ connections, newConnectionHref, apiKeysHref, renderCard }: ConnectionsViewProps) {
  return (
    <div className="fr-container fr-my-5w">
      <div className="app-card-head fr-mb-3w">
        <h1 className="fr-mb-0">Billetteries</h1>
        {connections.length > 0 && (
          <PageLink className="fr-btn fr-btn--secondary fr-icon-add-line fr-btn--icon-left" href={newConnectionHref}>
            Connecter une billetterie
          </PageLink>
        )}
      </div>
      {connections.length === 0 ? (
        <div className="app-empty">
          <p className="fr-text--lead">Aucune billetterie n’est connectée.</p>
          <p>
            Connectez celle que vous utilisez déjà&nbsp;: vos spectacles et vos recettes arriveront seuls, et vos
            déclarations seront prêtes à vérifier.
          </p>
          <PageLink className="fr-btn" href={newConnectionHref}>
            Connecter ma billetterie
          </PageLink>
        </div>
      ) : (
        connections.map((connection) => <div key={connection.id}>{renderCard(connection)}</div>)
      )}
      <p className="fr-mt-4w">
        L’éditeur de votre billetterie veut nous envoyer vos chiffres lui-même&nbsp;?{' '}
        <PageLink href={apiKeysHref}>Gérer les clés d’accès</PageLink>
      </p>
    </div>
  );
}
