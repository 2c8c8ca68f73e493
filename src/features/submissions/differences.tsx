'use client';
import { useState } from 'react';
import { ChangeList } from '@/components/declaration/change-list';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatCounted } from '@/i18n/format';
import type { DifferencesView } from '@/server/submissions/get-differences.schema';
import styles from './submissions.module.css';

export type DifferencesProps = {
  readonly differences: DifferencesView;
  readonly submissionHref: (submissionId: string) => string;
  readonly onKeepChange: (fingerprint: string) => Promise<ScreenErrorCode | null>;
  readonly onCorrect: () => Promise<ScreenErrorCode | null>;
};

/** What this submission changed, what changed since, and the way to correct. */
export function Differences({ differences, submissionHref, onKeepChange, onCorrect }: DifferencesProps) {
  const { previous, today, canCorrect } = differences;
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const act = async (action: () => Promise<ScreenErrorCode | null>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await action());
    setBusy(false);
  };
  return (
    <>
      {today && (
        <section aria-labelledby="today-title">
          <h2 id="today-title" className="fr-h4">
            {today.kept ? 'Différence voulue depuis l’envoi' : 'La billetterie a changé depuis l’envoi'}
          </h2>
          <p>
            Ce qui a été envoyé ne change pas. Voici ce qui serait déclaré aujourd’hui.
            {today.kept && ' Votre structure a indiqué que c’est voulu.'}
          </p>
          <Groups groups={today.groups} caption="depuis l’envoi" />
          {!today.kept && (
            <p className={`${styles.actions} ${styles.screenOnly}`}>
              <button
                type="button"
                className="fr-btn fr-btn--secondary"
                aria-disabled={isBusy}
                onClick={() => void act(() => onKeepChange(today.fingerprint))}
              >
                C’est voulu
              </button>
            </p>
          )}
        </section>
      )}
      {canCorrect && (
        <p className={`${styles.actions} ${styles.screenOnly}`}>
          <button
            type="button"
            className="fr-btn fr-btn--secondary"
            aria-disabled={isBusy}
            onClick={() => void act(onCorrect)}
          >
            Rectifier cette déclaration
          </button>
        </p>
      )}
      {failure && <LazyErrorMessage code={failure} takesFocus />}
      {previous && (
        <section aria-labelledby="previous-title">
          <h2 id="previous-title" className="fr-h4">
            Ce qui a changé depuis l’envoi n°&nbsp;{previous.number}
          </h2>
          {previous.groups.length === 0 && <p>Aucun chiffre n’a changé.</p>}
          <Groups groups={previous.groups} caption={`depuis l’envoi n°\u00a0${previous.number}`} />
          <p className={styles.screenOnly}>
            <a className="fr-link" href={submissionHref(previous.id)}>
              Voir l’envoi n°&nbsp;{previous.number}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

/** A season has too many changes to be read at once: the first ones, then the others on demand. */
const firstGroups = 10;

type GroupsProps = { readonly groups: NonNullable<DifferencesView['today']>['groups']; readonly caption: string };

function Groups({ groups, caption }: GroupsProps) {
  const rest = groups.slice(firstGroups);
  return (
    <>
      <ChangeList groups={groups.slice(0, firstGroups)} caption={caption} />
      {rest.length > 0 && (
        <details>
          <summary>{formatCounted(rest.length, 'autre changement', 'autres changements')}</summary>
          <ChangeList groups={rest} caption={caption} />
        </details>
      )}
    </>
  );
}
