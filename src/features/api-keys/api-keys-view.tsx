import type { ReactNode } from 'react';
import { PageLink } from '@/components/navigation/page-link';
import { formatDateTime } from '@/i18n/format';
import type { ApiKeyView } from '@/server/api-keys/api-key.schema';

export type ApiKeysViewProps = {
  readonly keys: readonly ApiKeyView[];
  /** The form of a new key, or the key that has just been made. */
  readonly creation: ReactNode;
  readonly renderKey: (key: ApiKeyView) => ReactNode;
  readonly connectionsHref: string;
  readonly helpHref: string;
};

/** «Clés d’accès»: who may send figures into the structure. */
export function ApiKeysView({ keys, creation, renderKey, connectionsHref, helpHref }: ApiKeysViewProps) {
  const [active, revoked] = [keys.filter((key) => !key.revokedAt), keys.filter((key) => key.revokedAt)];
  return (
    <div className="fr-container fr-my-5w">
      <p>
        <PageLink className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={connectionsHref}>
          Billetteries
        </PageLink>
      </p>
      <h1>Clés d’accès</h1>
      <p className="fr-text--lead">
        Votre billetterie n’est pas dans notre liste&nbsp;? Son éditeur peut nous envoyer lui-même vos spectacles et vos
        recettes, avec une clé que vous lui donnez.
      </p>
      <div className="app-two-columns">
        <div>{creation}</div>
        <aside className="app-guide" aria-labelledby="cles-guide">
          <h2 id="cles-guide" className="fr-h6">
            Comment faire
          </h2>
          <ol>
            <li>Créez une clé au nom de votre billetterie.</li>
            <li>Donnez-la à son éditeur, avec l’adresse de la page ci-dessous.</li>
            <li>Vos spectacles arrivent dès son premier envoi, comme avec une billetterie connectée.</li>
          </ol>
          <p className="fr-mb-0">
            <PageLink className="fr-link fr-icon-arrow-right-line fr-link--icon-right" href={helpHref}>
              La page à donner à l’éditeur
            </PageLink>
          </p>
        </aside>
      </div>
      <h2 className="fr-mt-5w">Clés en service</h2>
      {active.length === 0 ? (
        <p className="app-empty">Aucune clé n’est en service.</p>
      ) : (
        active.map((key) => <div key={key.id}>{renderKey(key)}</div>)
      )}
      {revoked.length > 0 && (
        <>
          <h2 className="fr-mt-5w">Clés révoquées</h2>
          <ul>
            {revoked.map((key) => (
              <li key={key.id} className="app-break">
                {key.editor}, clé qui se termine par {key.hint}, révoquée{' '}
                {key.revokedAt && formatDateTime(new Date(key.revokedAt))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
