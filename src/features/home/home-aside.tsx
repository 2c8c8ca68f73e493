import { PageLink } from '@/components/navigation/page-link';
import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/declaration-labels';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import type { ConnectionView } from '@/server/ticketing/list-connections.schema';

export type HomeAsideProps = {
  /** Null while they are not known. */
  readonly connections: readonly ConnectionView[] | null;
  readonly submissions: readonly SubmissionRow[] | null;
  readonly connectionsHref: string;
  readonly submissionsHref: string;
  /** Quarters for the Ministry of Culture. */
  readonly quartersHref: string;
  readonly toSubmissionHref: (submissionId: string) => string;
};

/** Beside «À faire»: whether the figures arrive, and what left last. */
export function HomeAside(props: HomeAsideProps) {
  const { connections, submissions } = props;
  return (
    <>
      <section className="app-panel fr-mb-3w" aria-labelledby="vos-billetteries">
        <h2 id="vos-billetteries" className="fr-h6">
          Billetteries
        </h2>
        {connections?.length === 0 && <p>Aucune billetterie n’est connectée.</p>}
        <ul className="fr-raw-list app-plain-list">
          {connections?.map((connection) => (
            <li key={connection.id} className="fr-mb-1w">
              <strong>{ticketingSystemLabels[connection.system]}</strong>
              <br />
              <span className="fr-text--sm">{describeHealth(connection)}</span>
            </li>
          ))}
        </ul>
        <PageLink className="fr-link" href={props.connectionsHref}>
          Voir mes billetteries
        </PageLink>
      </section>
      <section className="app-panel" aria-labelledby="derniers-envois">
        <h2 id="derniers-envois" className="fr-h6">
          Derniers envois
        </h2>
        {submissions?.length === 0 && <p>Rien n’a encore été envoyé.</p>}
        <ul className="fr-raw-list app-plain-list">
          {submissions?.map(({ id, seriesName, organism, state, createdAt }) => (
            <li key={id} className="fr-mb-2w">
              <PageLink href={props.toSubmissionHref(id)} className="app-break">
                {seriesName} – {organismLabels[organism]}
              </PageLink>
              <br />
              <span className="fr-text--sm">{formatDateTime(new Date(createdAt))}</span>
              <br />
              <DeclarationBadge state={state} />
            </li>
          ))}
        </ul>
        <PageLink className="fr-link" href={props.submissionsHref}>
          Voir tous les envois
        </PageLink>
      </section>
      <p className="fr-mt-3w">
        <PageLink className="fr-link" href={props.quartersHref}>
          Trimestres à transmettre à SIBIL
        </PageLink>
      </p>
    </>
  );
}

function describeHealth({ state, lastSuccessAt }: ConnectionView): string {
  const last = lastSuccessAt ? formatDateTime(new Date(lastSuccessAt)) : null;
  switch (state) {
    case 'running':
      return 'Synchronisation en cours';
    case 'never-synchronized':
      return 'Pas encore synchronisée';
    case 'healthy':
      return last ? `À jour, ${last}` : 'À jour';
    case 'failing':
      return last ? `En panne depuis sa mise à jour du ${last}` : 'En panne\u00a0: aucune synchronisation n’a abouti';
    case 'disconnected':
      return 'Déconnectée';
  }
}
