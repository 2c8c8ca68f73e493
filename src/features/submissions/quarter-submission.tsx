import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { formatDateTime } from '@/i18n/format';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import { Documents } from './documents';
import styles from './submissions.module.css';

export type QuarterSubmissionProps = {
  readonly submission: SubmissionView;
  readonly quarterHref: string;
  readonly listHref: string;
  /** What changed since the file before. */
  readonly changes?: React.ReactNode;
};

/** The proof for what is declared by period, which a person uploaded on the organism's site: the file, when, and by whom. */
export function QuarterSubmission({ submission, quarterHref, listHref, changes }: QuarterSubmissionProps) {
  const { seriesName, number, state, author, createdAt, message, recipient } = submission;
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <p className={`fr-mb-1w ${styles.screenOnly}`}>
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={listHref}>
          Tous les envois
        </a>
      </p>
      <h1 className="fr-mb-1v">{seriesName}</h1>
      <p className="fr-text--lead">
        Dépôt n°&nbsp;{number}, indiqué par {author.name}, {formatDateTime(new Date(createdAt))}
      </p>
      <DeclarationBadge state={state} />
      {message && (
        <blockquote className="fr-my-1w">
          <p>«&nbsp;{message}&nbsp;»</p>
        </blockquote>
      )}
      <p className="fr-mt-2w">{recipient}. Vous l’avez déposée vous-même&nbsp;; le service en garde la copie.</p>
      {changes}
      <Documents submission={submission} />
      <p className={`${styles.actions} ${styles.screenOnly}`}>
        <a className="fr-btn fr-btn--tertiary" href={quarterHref}>
          Voir le trimestre
        </a>
        <button type="button" className="fr-btn fr-btn--tertiary" onClick={() => window.print()}>
          Imprimer cette page
        </button>
      </p>
    </div>
  );
}
