import { formatDateTime } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';
import { describeSacdField } from '@/i18n/sacd-fields';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import styles from './submissions.module.css';

const statusLabels: Readonly<Record<SubmissionView['answers'][number]['status'], string>> = {
  ok: 'Acceptée',
  warning: 'Acceptée, avec une remarque',
  refused: 'Refusée',
};

/** What the organism answered, performance by performance, in its own words. */
export function Answers({ submission: { organism, answers } }: { readonly submission: SubmissionView }) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title" className="fr-h4">
        Réponse {organismPhrases[organism].of}
      </h2>
      <ul className={styles.answers}>
        {answers.map(({ performanceId, startAt, status, number, field, message }, position) => (
          <li key={`${performanceId ?? 'all'}-${position}`} data-status={status}>
            <p className="fr-mb-0">
              <strong>
                {startAt ? formatDateTime(new Date(startAt)) : 'Ensemble de la déclaration'}&nbsp;:{' '}
                {statusLabels[status]}
              </strong>
              {number && `, n°\u00a0${number}`}
            </p>
            {message && (
              <p className="fr-mb-0">
                «&nbsp;{message}&nbsp;»{describeField(field)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which field the answer is about, when it has a name for people. */
function describeField(field: string | null): string {
  const label = field === null ? null : describeSacdField(field);
  return label === null ? '' : ` (${label})`;
}
