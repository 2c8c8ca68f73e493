'use client';
import { useState } from 'react';
import { ChangeList } from '@/components/declaration/change-list';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { TransmittableOrganism } from '@/domain/organism';
import type { ScreenErrorCode } from '@/i18n/errors';
import { organismLabels } from '@/i18n/labels';
import type { CorrectionView as Correction } from '@/server/declarations/correction.schema';

export type CorrectionViewProps = {
  readonly organism: TransmittableOrganism;
  /** Null when the correction left and was not received. */
  readonly correctedBy: string | null;
  /** Null while it loads. */
  readonly correction: Correction | null;
  readonly onRefresh: () => void;
  readonly onCancel: (restore: boolean) => Promise<ScreenErrorCode | null>;
  readonly onLetterSent: () => Promise<ScreenErrorCode | null>;
};

/** A correction under way: what it changes, how it leaves, and how to give it up. */
export function CorrectionView(props: CorrectionViewProps) {
  const { organism, correctedBy, correction, onRefresh, onCancel, onLetterSent } = props;
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const name = organismLabels[organism];
  const act = async (action: () => Promise<ScreenErrorCode | null>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await action());
    setBusy(false);
  };
  const titleId = `rectification-${organism}`;
  return (
    <section className="app-panel fr-mb-3w" aria-labelledby={titleId}>
      <h2 id={titleId} className="fr-h5">
        {correctedBy === null
          ? `La rectification n’a pas été reçue par la ${name}`
          : `Rectification de la déclaration à la ${name}`}
      </h2>
      <p>
        {correctedBy !== null && `Commencée par ${correctedBy}. `}
        Ce qui a été envoyé reste gardé tel quel.{' '}
        {organism === 'SACEM'
          ? 'Corrigez le formulaire, puis vérifiez et transmettez\u00a0: la délégation recevra une déclaration rectificative, qui annule et remplace la précédente.'
          : 'La SACD ne prévoit pas de rectifier par son service en ligne ce qu’elle a accepté\u00a0: corrigez le formulaire, puis écrivez-lui.'}
      </p>
      {correction === null ? (
        <p role="status">Chargement…</p>
      ) : (
        <>
          {correction.groups.length === 0 ? (
            <p>Rien ne change encore.</p>
          ) : (
            <details>
              <summary>Ce qui change ({correction.groups.length})</summary>
              <ChangeList groups={correction.groups} caption="depuis l’envoi" />
            </details>
          )}
          {correction.letter && (
            <LetterText
              letter={correction.letter}
              isBusy={isBusy}
              onRefresh={onRefresh}
              onSent={() => act(onLetterSent)}
            />
          )}
          <h3 className="fr-h6 fr-mt-2w fr-mb-1v">Renoncer à rectifier</h3>
          <p className="fr-mb-1w">
            {correction.canRestore
              ? 'Remettre le formulaire comme il était à l’envoi, ou garder vos changements sans les envoyer.'
              : 'Le formulaire garde vos changements, sans les envoyer.'}
          </p>
          <div className="app-actions">
            {correction.canRestore && (
              <button
                type="button"
                className="fr-btn fr-btn--tertiary"
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
        </>
      )}
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </section>
  );
}

type LetterTextProps = {
  readonly letter: NonNullable<Correction['letter']>;
  readonly isBusy: boolean;
  readonly onRefresh: () => void;
  readonly onSent: () => Promise<void>;
};

function LetterText({ letter, isBusy, onRefresh, onSent }: LetterTextProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(letter.text);
    setCopied(true);
  };
  return (
    <div className="fr-mt-2w">
      <p className="fr-mb-1v">
        À écrire à {letter.to ?? 'votre délégation de la SACD (ses coordonnées sont dans votre espace SACD)'}.
        Objet&nbsp;: «&nbsp;{letter.subject}&nbsp;»
      </p>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor="rectification-lettre">
          Texte à copier
        </label>
        <textarea id="rectification-lettre" className="fr-input" rows={10} readOnly value={letter.text} />
      </div>
      <div className="app-actions">
        <button type="button" className="fr-btn fr-btn--secondary" onClick={() => void copy()}>
          Copier le texte
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onRefresh}>
          Mettre le texte à jour
        </button>
        <button type="button" className="fr-btn" aria-disabled={isBusy} onClick={() => void onSent()}>
          J’ai écrit à la SACD
        </button>
      </div>
      <p role="status">{isCopied && 'Le texte est copié.'}</p>
    </div>
  );
}
