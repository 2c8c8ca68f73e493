'use client';
import { useState } from 'react';
import { ChangeList } from '@/components/declaration/change-list';
import type { ErrorMessageProps } from '@/components/feedback/error-message';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import { isSelfSent, type SeriesOrganism } from '@/domain/organism';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatCounted } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { CorrectionView as Correction } from '@/server/corrections/correction.schema';
import { CorrectionLetter } from './correction-letter';

export type CorrectionViewProps = {
  readonly organism: SeriesOrganism;
  /** Null when the correction left and was not received. */
  readonly correctedBy: string | null;
  /** Null while it loads, and when it could not be read. */
  readonly correction: Correction | null;
  /** Why what changes could not be read; `onRetry` asks for it again. */
  readonly loadError: ScreenErrorCode | null;
  readonly onRetry: () => void;
  readonly links?: ErrorMessageProps['links'];
  readonly transmitHref: string;
  readonly onCancel: (restore: boolean) => Promise<ScreenErrorCode | null>;
  readonly onLetterSent: (sha256: string) => Promise<ScreenErrorCode | null>;
};

/** A correction under way: what it changes, how it leaves, and how to give it up. */
export function CorrectionView(props: CorrectionViewProps) {
  const { organism, correctedBy, correction, loadError, onRetry, links, transmitHref, onCancel, onLetterSent } = props;
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { start, to } = organismPhrases[organism];
  const act = async (action: () => Promise<ScreenErrorCode | null>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await action());
    setBusy(false);
  };
  const titleId = `correction-${organism}`;
  const hasChanges = correction !== null && correction.groups.length > 0;
  return (
    <section className="app-panel fr-mb-3w" aria-labelledby={titleId}>
      <h2 id={titleId} className="fr-h5">
        {correctedBy === null ? `${start} n’a pas pris votre correction` : `Correction de la déclaration ${to}`}
      </h2>
      <p>
        {correctedBy === null
          ? 'Ce qui avait été reçu avant compte toujours.'
          : `Commencée par ${correctedBy}. Ce qui a été envoyé reste gardé tel quel.`}{' '}
        {describeWay(organism)}
      </p>
      {correction === null && loadError === null && <p role="status">Chargement de ce qui change…</p>}
      {loadError && <LazyErrorMessage code={loadError} onRetry={onRetry} links={links} />}
      {correction !== null && !hasChanges && <p>Rien ne change encore&nbsp;: corrigez le formulaire, plus bas.</p>}
      {correction !== null && hasChanges && (
        <details className="fr-mb-2w" open={correction.groups.length <= 3}>
          <summary>Ce qui change ({formatCounted(correction.groups.length, 'élément')})</summary>
          <ChangeList groups={correction.groups} caption="depuis l’envoi" />
        </details>
      )}
      {correction?.letter && hasChanges && (
        <CorrectionLetter
          letter={correction.letter}
          isBusy={isBusy}
          onSent={(sha256) => void act(() => onLetterSent(sha256))}
        />
      )}
      {organism !== 'SACD' && hasChanges && (
        <p className="fr-mb-2w">
          <PageLink className="fr-btn" href={transmitHref}>
            {isSelfSent(organism) ? 'Vérifier et déclarer de nouveau' : 'Vérifier et transmettre la correction'}
          </PageLink>
        </p>
      )}
      {correction !== null && (
        <details>
          <summary>Renoncer à corriger</summary>
          <p className="fr-mt-1w fr-mb-1w">
            {correction.canRestore
              ? 'Remettez le formulaire comme il était à l’envoi, ou gardez vos changements sans les envoyer.'
              : 'Le formulaire garde vos changements, sans les envoyer.'}
          </p>
          <div className="app-actions">
            {correction.canRestore && (
              <button
                type="button"
                className="fr-btn fr-btn--secondary"
                aria-disabled={isBusy}
                onClick={() => void act(() => onCancel(true))}
              >
                Renoncer et tout remettre
              </button>
            )}
            <button
              type="button"
              className="fr-btn fr-btn--tertiary"
              aria-disabled={isBusy}
              onClick={() => void act(() => onCancel(false))}
            >
              Renoncer et garder mes changements
            </button>
          </div>
        </details>
      )}
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </section>
  );
}

/** How a correction reaches each organism. */
function describeWay(organism: SeriesOrganism): string {
  const { of } = organismPhrases[organism];
  if (organism === 'SACEM') {
    return 'La délégation recevra un état corrigé, qui annule et remplace le précédent et dit ce qui change.';
  }
  if (organism === 'SACD') {
    return 'La SACD ne corrige pas par son service en ligne ce qu’elle a accepté\u00a0: écrivez-lui, la lettre est prête.';
  }
  return `Corrigez le formulaire, puis la déclaration sur le site ${of}, et dites ici que c’est fait.`;
}
