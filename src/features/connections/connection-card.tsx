'use client';
import { PageLink } from '@/components/navigation/page-link';
import { useState } from 'react';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { descriptors, isConnectableSystem } from '@/connectors/descriptors';
import { isTicketingSystem } from '@/domain/ticketing/model';
import type { ScreenError } from '@/features/screen-error';
import { describeConnectionError } from '@/i18n/connection-errors';
import { formatDateTime } from '@/i18n/format';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import type { ConnectionView } from '@/server/ticketing/list-connections.schema';
import { ConfirmDisconnection } from './confirm-disconnection';
import { CredentialsForm, type Keys } from './credentials-form';
import { describeConnection, describeOutcome, describeTopic } from './describe-run';
import { RunProgress } from './run-progress';
import { RunWarnings } from './run-warnings';
import { StateBadge } from './state-badge';

export type ConnectionCardProps = {
  readonly connection: ConnectionView;
  readonly connectionsHref: string;
  readonly reconnectHref: string;
  readonly showsHref: string;
  readonly historyHref: string;
  readonly apiKeysHref: string;
  readonly newShowHref: string;
  readonly newImportHref: string;
  /** What runs or failed on this card. */
  readonly action: { readonly pending: ConnectionAction | null; readonly error: ScreenError | null };
  readonly onSynchronize: () => void;
  readonly onReplaceKeys: (keys: Keys, onDone: () => void) => void;
  readonly onDisconnect: () => void;
};
export type ConnectionAction = 'synchronize' | 'replace-keys' | 'disconnect';

/** One account at a ticketing system: how it is, what it did, what can be done with it. */
export function ConnectionCard(props: ConnectionCardProps) {
  const { connection, action } = props;
  const [panel, setPanel] = useState<'keys' | 'disconnect' | null>(null);
  const label = ticketingSystemLabels[connection.system];
  const titleId = `billetterie-${connection.id}`;
  const isRunning = connection.state === 'running';
  const hasKeys = isTicketingSystem(connection.system);
  const isDisconnected = connection.state === 'disconnected';

  return (
    <article className="app-panel fr-mb-3w" aria-labelledby={titleId}>
      <div className="app-card-head">
        <h2 id={titleId} className="fr-h5 fr-mb-0 app-break">
          {label}
          {connection.label && connection.label !== label ? ` – ${connection.label}` : ''}
        </h2>
        {connection.system !== 'manual' && <StateBadge state={connection.state} system={connection.system} />}
      </div>
      <p className="fr-mt-1w">{describeConnection(connection)}</p>
      {isRunning && connection.run && <RunProgress run={connection.run} />}
      {connection.state === 'failing' && connection.lastErrorCode && (
        <LastError connection={connection} label={label} />
      )}
      {action.error && action.pending === null && panel === null && (
        <div className="fr-mb-2w">
          <LazyErrorMessage
            code={action.error.code}
            text={describeConnectionError(action.error.code, label, 'run')}
            onRetry={props.onSynchronize}
            links={{ connections: props.connectionsHref }}
            takesFocus
          />
        </div>
      )}
      <ConnectionFacts connection={connection} />
      {connection.run && <RunWarnings warnings={connection.run.warnings} />}
      {panel === null && (
        <div className="app-actions fr-mt-2w">
          {connection.system === 'manual' ? (
            <PageLink className="fr-btn fr-btn--secondary" href={props.newShowHref}>
              Ajouter un spectacle
            </PageLink>
          ) : connection.system === 'file' ? (
            <PageLink className="fr-btn fr-btn--secondary" href={props.newImportHref}>
              Importer un nouvel export
            </PageLink>
          ) : hasKeys && isDisconnected ? (
            <PageLink className="fr-btn fr-btn--secondary" href={props.reconnectHref}>
              Connecter de nouveau
            </PageLink>
          ) : hasKeys ? (
            <>
              <Button
                iconId="fr-icon-refresh-line"
                nativeButtonProps={{ 'aria-disabled': isRunning || action.pending === 'synchronize' }}
                onClick={() => {
                  if (!isRunning && action.pending === null) props.onSynchronize();
                }}
              >
                Synchroniser maintenant
              </Button>
              <Button priority="secondary" onClick={() => setPanel('keys')}>
                Changer la clé
              </Button>
              <Button priority="tertiary" onClick={() => setPanel('disconnect')}>
                Déconnecter
              </Button>
            </>
          ) : null}
          {connection.system === 'push' && (
            <PageLink className="fr-btn fr-btn--secondary" href={props.apiKeysHref}>
              Gérer les clés d’accès
            </PageLink>
          )}
          {connection.seriesCount > 0 && (
            <PageLink className="fr-link fr-icon-arrow-right-line fr-link--icon-right" href={props.showsHref}>
              Voir mes spectacles
            </PageLink>
          )}
          {connection.run && (
            <PageLink className="fr-link" href={props.historyHref}>
              Historique<span className="fr-sr-only"> de {label}</span>
            </PageLink>
          )}
        </div>
      )}
      {panel === 'keys' && isConnectableSystem(connection.system) && (
        <CredentialsForm
          descriptor={descriptors[connection.system]}
          submitText="Vérifier et changer la clé"
          error={action.error}
          isPending={action.pending === 'replace-keys'}
          onSubmit={(keys) => props.onReplaceKeys(keys, () => setPanel(null))}
          onCancel={() => setPanel(null)}
          connectionsHref={props.connectionsHref}
        />
      )}
      {panel === 'disconnect' && (
        <ConfirmDisconnection
          label={label}
          isPending={action.pending === 'disconnect'}
          onConfirm={() => {
            props.onDisconnect();
            setPanel(null);
          }}
          onCancel={() => setPanel(null)}
        />
      )}
    </article>
  );
}

function LastError({ connection, label }: { readonly connection: ConnectionView; readonly label: string }) {
  if (!connection.lastErrorCode) return null;
  const moment = isTicketingSystem(connection.system) ? 'run' : 'received';
  const { title, explanation } = describeConnectionError(connection.lastErrorCode, label, moment);
  return (
    <div className="fr-alert fr-alert--error fr-mb-2w">
      <h3 className="fr-alert__title">{title}</h3>
      <p>
        {explanation}
        {connection.lastErrorAt && ` (${formatDateTime(new Date(connection.lastErrorAt))})`}
      </p>
    </div>
  );
}

function ConnectionFacts({ connection }: { readonly connection: ConnectionView }) {
  const { run, nextRunAt, credentialHint, state } = connection;
  const facts = [
    run?.state === 'succeeded' && { name: describeTopic(connection.system), value: describeOutcome(run) },
    nextRunAt && state !== 'disconnected' && { name: 'Prochaine', value: formatDateTime(new Date(nextRunAt)) },
    credentialHint && { name: 'Clé', value: `se termine par ${credentialHint}` },
  ].filter((fact) => typeof fact === 'object' && fact !== null);
  if (facts.length === 0) return null;
  return (
    <dl className="app-facts">
      {facts.map(({ name, value }) => (
        <div key={name} className="app-facts__item">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
