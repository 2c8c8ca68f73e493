'use client';
import { useRef, useState } from 'react';
import { ChangeList } from '@/components/declaration/change-list';
import { focusAfter } from '@/components/feedback/focus-after';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { Organism } from '@/domain/organism';
import type { ScreenErrorCode } from '@/i18n/errors';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { DifferencesView } from '@/server/corrections/get-differences.schema';
import { PreviousChanges } from './previous-changes';
import styles from './submissions.module.css';

export type DifferencesProps = {
  readonly differences: DifferencesView;
  readonly organism: Organism;
  readonly showHref: string;
  readonly submissionHref: (submissionId: string) => string;
  readonly onKeepChange: (fingerprint: string) => Promise<ScreenErrorCode | null>;
  readonly onCorrect: () => Promise<ScreenErrorCode | null>;
};

/** What this submission changed, what changed since, and the way to correct. */
export function Differences(props: DifferencesProps) {
  const { differences, organism, showHref, submissionHref, onKeepChange, onCorrect } = props;
  const { previous, today, correctedBy, canCorrect } = differences;
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const act = async (action: () => Promise<ScreenErrorCode | null>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await focusAfter(action(), () => title.current));
    setBusy(false);
  };
  return (
    <>
      {(today || canCorrect || correctedBy !== null) && (
        <section aria-labelledby="today-title" className="fr-my-4w">
          <h2 id="today-title" ref={title} tabIndex={-1} className="fr-h4">
            {toTitle(differences)}
          </h2>
          {today && (
            <>
              <p>
                Ce qui a été envoyé ne change pas. Voici ce qui serait déclaré aujourd’hui.
                {today.kept && ' Vous gardez ce qui a été envoyé\u00a0: cette différence n’est plus signalée.'}
              </p>
              <ChangeList groups={today.groups} caption="depuis l’envoi" />
            </>
          )}
          {correctedBy !== null ? (
            <p>
              Commencée par {correctedBy}.{' '}
              <a className="fr-link" href={showHref}>
                Continuer la correction
              </a>
            </p>
          ) : (
            canCorrect && <p className="fr-mb-2w">{describeWay(organism)}</p>
          )}
          <p className={`${styles.actions} ${styles.screenOnly}`}>
            {canCorrect && (
              <button
                type="button"
                className="fr-btn fr-btn--secondary"
                aria-disabled={isBusy}
                onClick={() => void act(onCorrect)}
              >
                Corriger cette déclaration
              </button>
            )}
            {today && !today.kept && (
              <button
                type="button"
                className="fr-btn fr-btn--tertiary"
                aria-disabled={isBusy}
                onClick={() => void act(() => onKeepChange(today.fingerprint))}
              >
                Garder ce qui a été envoyé
              </button>
            )}
          </p>
          {failure && <LazyErrorMessage code={failure} takesFocus />}
        </section>
      )}
      {previous && <PreviousChanges previous={previous} submissionHref={submissionHref} />}
    </>
  );
}

function toTitle({ today, correctedBy }: DifferencesView): string {
  if (correctedBy !== null) return 'Une correction est en cours';
  if (!today) return 'Un chiffre est faux\u00a0?';
  return today.kept ? 'Différence depuis l’envoi' : 'Les chiffres ont changé depuis l’envoi';
}

/** How a correction reaches each organism. */
function describeWay(organism: Organism): string {
  if (organism === 'SACEM') return 'La délégation recevra un état corrigé, qui annule et remplace celui-ci.';
  if (organism === 'SACD')
    return 'La SACD se corrige par écrit\u00a0: la lettre est préparée, avec les deux séries de chiffres.';
  return `Corrigez le formulaire, puis déclarez de nouveau ${organismPhrases[organism].to}.`;
}
