import type { ReactNode } from 'react';
import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { PageLink } from '@/components/navigation/page-link';
import { Pages } from '@/components/navigation/pages';
import { describeConnectionError } from '@/i18n/connection-errors';
import { formatCounted, formatDateTime } from '@/i18n/format';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import type { RunRow, RunsPage } from '@/server/ticketing/list-runs.schema';
import { describeDuration, describeOutcome, describeTrigger } from './describe-run';
import { RunProgress } from './run-progress';
import { RunWarnings } from './run-warnings';

export type HistoryViewProps = {
  readonly runs: RunsPage;
  readonly connectionsHref: string;
  readonly toHref: (page: number) => string;
  readonly renderChanges: (run: RunRow) => ReactNode;
};

/** Everything a connection did: when, why, how long, what changed, what went wrong and what to do about it. */
export function HistoryView({ runs, connectionsHref, toHref, renderChanges }: HistoryViewProps) {
  const { connection, rows, total, page, pageCount } = runs;
  const label = ticketingSystemLabels[connection.system];
  const account = connection.label && connection.label !== label ? ` – ${connection.label}` : '';
  return (
    <div className="fr-container fr-my-5w">
      <p>
        <PageLink className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={connectionsHref}>
          Billetteries
        </PageLink>
      </p>
      <h1 className="app-break">Historique&nbsp;: {label + account}</h1>
      <p role="status">{toSummary(total, connection.system)}</p>
      <ol className="fr-raw-list app-plain-list" aria-label="Du plus récent au plus ancien">
        {rows.map((run, index) => (
          <li key={run.id} className="app-panel fr-mb-2w">
            <Run
              run={run}
              label={label}
              isLast={page === 1 && index === 0}
              changes={run.changes > 0 ? renderChanges(run) : null}
            />
          </li>
        ))}
      </ol>
      {pageCount > 1 && <Pages current={page} count={pageCount} toHref={toHref} />}
    </div>
  );
}

/** What a run is called on screen, by what brings the figures. */
function toSummary(total: number, system: RunsPage['connection']['system']): string {
  if (total === 0) return 'Rien n’a encore eu lieu.';
  const count =
    system === 'file'
      ? formatCounted(total, 'import')
      : system === 'push'
        ? formatCounted(total, 'envoi reçu', 'envois reçus')
        : formatCounted(total, 'synchronisation');
  return `${count}, à partir du passage le plus récent. L’historique est conservé treize mois, et le détail des changements six mois.`;
}

type RunProps = {
  readonly run: RunRow;
  readonly label: string;
  /** What to do about an error is said of the last run only: the others are over. */
  readonly isLast: boolean;
  readonly changes: ReactNode;
};

function Run({ run, label, isLast, changes }: RunProps) {
  const duration = describeDuration(run);
  const isUnderWay = run.state === 'queued' || run.state === 'running';
  return (
    <article aria-labelledby={`passage-${run.id}`}>
      <div className="app-card-head">
        <h2 id={`passage-${run.id}`} className="fr-h6 fr-mb-0">
          {formatDateTime(new Date(run.startedAt ?? run.createdAt))}
        </h2>
        <StateWord state={run.state} />
      </div>
      <p className="fr-text--sm fr-mb-1w">
        {describeTrigger(run.trigger)}
        {duration && `, ${duration}`}
      </p>
      {isUnderWay && <RunProgress run={run} />}
      {run.state === 'succeeded' && <p className="fr-mb-0">{describeOutcome(run)}</p>}
      {run.state === 'failed' && run.errorCode && (
        <RunError run={run} code={run.errorCode} label={label} isLast={isLast} />
      )}
      <RunWarnings warnings={run.warnings} />
      {changes}
    </article>
  );
}

function StateWord({ state }: Pick<RunRow, 'state'>) {
  if (state === 'succeeded') return <Badge as="span" small noIcon severity="success" children="Réussi" />;
  if (state === 'failed') return <Badge as="span" small noIcon severity="error" children="Arrêté" />;
  return <Badge as="span" small noIcon severity="info" children="En cours" />;
}

type RunErrorProps = Pick<RunProps, 'run' | 'label' | 'isLast'> & {
  readonly code: NonNullable<RunRow['errorCode']>;
};

function RunError({ run, code, label, isLast }: RunErrorProps) {
  const moment = run.trigger === 'file' || run.trigger === 'push' ? 'received' : 'run';
  const { title, explanation } = describeConnectionError(code, label, moment);
  return (
    <p className="fr-mb-0">
      <strong>{title}.</strong> {isLast && explanation}
      {run.seriesDone > 0 && ` Lus avant l’arrêt\u00a0: ${formatCounted(run.seriesDone, 'spectacle')}.`}
    </p>
  );
}
