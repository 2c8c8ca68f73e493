import { PageLink } from '@/components/navigation/page-link';
import { formatCount, formatDay } from '@/i18n/format';
import { organismLabels } from '@/i18n/declaration-labels';
import type { Todo } from '@/server/series/list-todo.schema';

export type ReceivedLinesProps = {
  readonly received: Todo['received'];
  readonly toShowHref: (seriesId: string) => string;
  readonly toSubmissionHref: (submissionId: string) => string;
  readonly showsHref: string;
};

/** Declarations received whose figures changed since, and corrections that somebody began. */
export function ReceivedLines({ received, toShowHref, toSubmissionHref, showsHref }: ReceivedLinesProps) {
  const { items, more } = received;
  return (
    <section aria-labelledby="deja-declare" className="fr-mb-5w">
      <h2 id="deja-declare" className="fr-h4">
        Déjà déclaré, à revoir <span className="app-muted">({formatCount(items.length + more)})</span>
      </h2>
      <ul className="fr-raw-list app-todo">
        {items.map(({ seriesId, seriesName, organism, submissionId, submittedAt, correctedBy }) => {
          const name = organismLabels[organism];
          const text = correctedBy === null ? 'Voir ce qui a changé' : 'Continuer la correction';
          return (
            <li key={`${seriesId} ${organism}`} className="app-todo__line">
              <div className="app-todo__what">
                <h3 className="fr-h6 fr-mb-0 app-break">
                  {seriesName}
                  <span className="app-todo__organism"> – {name}</span>
                </h3>
                <p className="fr-mb-0">
                  {correctedBy === null
                    ? `Les chiffres ont changé depuis l’envoi du ${formatDay(new Date(submittedAt))}.`
                    : `Correction commencée par ${correctedBy}, pas encore déclarée.`}
                </p>
              </div>
              <PageLink
                className="fr-btn fr-btn--secondary app-todo__button"
                href={correctedBy === null ? toSubmissionHref(submissionId) : toShowHref(seriesId)}
                aria-label={`${text}\u00a0: ${seriesName}, ${name}`}
              >
                {text}
              </PageLink>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="fr-mt-2w">
          <PageLink className="fr-link" href={showsHref}>
            Et {formatCount(more)} de plus dans la liste des spectacles
          </PageLink>
        </p>
      )}
    </section>
  );
}
