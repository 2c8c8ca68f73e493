import { isBlocking } from '@/domain/declaration/issues';
import { organismLabels } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { OrganismReview } from '@/server/declarations/review-declaration.schema';
import { AgencyShares } from './agency-shares';
import { IssueList } from './issue-list';
import { ReadableMessage } from './readable-message';
import { SentDocuments } from './sent-documents';
import styles from './transmission.module.css';

export type OrganismReviewSectionProps = { readonly review: OrganismReview; readonly showHref: string };

/** What one organism will receive: its document or its message, its recipient, what deserves a look. */
export function OrganismReviewSection({ review, showHref }: OrganismReviewSectionProps) {
  const {
    organism,
    sendable,
    correction,
    byLetter,
    leftAgencies,
    issues,
    recipient,
    documentHref,
    documents,
    message,
    shares,
  } = review;
  const name = organismLabels[organism];
  const blocking = issues.filter(isBlocking);
  const warnings = issues.filter((issue) => !isBlocking(issue));
  const titleId = `review-${organism}`;
  return (
    <section aria-labelledby={titleId} className={styles.organism}>
      <h2 id={titleId} className="fr-h4">
        {name}
      </h2>
      {byLetter && (
        <p>
          La {name} corrige par écrit ce qu’elle a accepté&nbsp;: la lettre est prête sur{' '}
          <a href={showHref}>la page du spectacle</a>.
        </p>
      )}
      {!sendable && !byLetter && <p>Cette déclaration est déjà partie&nbsp;: elle ne sera pas envoyée de nouveau.</p>}
      {sendable && correction !== null && (
        <p>
          <strong>{correction}.</strong>
        </p>
      )}
      {sendable && leftAgencies.length > 0 && (
        <div className="fr-alert fr-alert--warning fr-alert--sm fr-mb-2w">
          <p>
            Plus aucune représentation ne dépend de <span className={styles.address}>{leftAgencies.join(', ')}</span>,
            qui avait reçu la déclaration&nbsp;: rien ne lui sera envoyé, prévenez-la.
          </p>
        </div>
      )}
      {sendable && (
        <>
          {blocking.length > 0 && (
            <IssueList
              severity="error"
              title={`La déclaration ${organismPhrases[organism].to} n’est pas complète`}
              issues={blocking}
              showHref={showHref}
            />
          )}
          {warnings.length > 0 && (
            <IssueList severity="warning" title="À regarder avant d’envoyer" issues={warnings} showHref={showHref} />
          )}
          {shares.length > 0 ? <AgencyShares shares={shares} /> : <Recipient recipient={recipient} />}
          {documents && <SentDocuments documents={documents} isToEachAgency={shares.length > 0} />}
        </>
      )}
      {documentHref !== null && (
        <figure className={styles.document}>
          <figcaption>
            Le document tel qu’il partira.{' '}
            <a
              className="fr-link"
              href={documentHref}
              target="_blank"
              rel="noopener"
              title="Ouvrir le PDF, nouvelle fenêtre"
            >
              Ouvrir le PDF
            </a>
          </figcaption>
          <iframe
            src={documentHref}
            title={`Déclaration ${organismPhrases[organism].to}, document PDF`}
            loading="lazy"
          />
        </figure>
      )}
      {documentHref === null && shares.length === 0 ? (
        <ReadableMessage message={message} />
      ) : (
        <details>
          <summary>
            {shares.length > 0 ? 'Lire toute la déclaration dans la page' : 'Lire son contenu dans la page'}
          </summary>
          <ReadableMessage message={message} />
        </details>
      )}
    </section>
  );
}

function Recipient({ recipient }: Pick<OrganismReview, 'recipient'>) {
  return (
    <p>
      <strong>Destinataire&nbsp;:</strong>{' '}
      {recipient ? (
        <>
          {recipient.label}, <span className={styles.address}>{recipient.address}</span>
        </>
      ) : (
        'aucune délégation trouvée pour le code postal du lieu.'
      )}
    </p>
  );
}
