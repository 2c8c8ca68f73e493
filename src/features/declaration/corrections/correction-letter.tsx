'use client';
import { useState } from 'react';
import { CopyButton } from '@/components/actions/copy-button';
import type { CorrectionView } from '@/server/corrections/correction.schema';

export type CorrectionLetterProps = {
  readonly letter: NonNullable<CorrectionView['letter']>;
  readonly isBusy: boolean;
  readonly onSent: (sha256: string) => void;
};

/** A letter that the person sends in their own name: to whom, its subject, its text to copy, then their word that it left. */
export function CorrectionLetter({ letter: { to, subject, text, sha256 }, isBusy, onSent }: CorrectionLetterProps) {
  // What the person wrote is what they read when they ticked: another letter unticks it.
  const [written, setWritten] = useState<string | null>(null);
  const isWritten = written === sha256;
  return (
    <div className="fr-mb-2w">
      <p className="fr-mb-1v">
        <strong>À&nbsp;:</strong> {to ?? 'votre délégation de la SACD (ses coordonnées sont dans votre espace SACD)'}
      </p>
      <p className="fr-mb-1v">
        <strong>Objet&nbsp;:</strong> {subject} <CopyButton text={subject} of="objet de la lettre" />
      </p>
      <div className="fr-input-group fr-mb-1w">
        <label className="fr-label" htmlFor="lettre-de-correction">
          Texte de la lettre
        </label>
        <textarea id="lettre-de-correction" className="fr-input" rows={10} readOnly value={text} />
      </div>
      <p className="fr-mb-2w">
        <CopyButton text={text} of="texte de la lettre" />
      </p>
      <div className="fr-checkbox-group fr-mb-2w">
        <input
          type="checkbox"
          id="lettre-envoyee"
          checked={isWritten}
          onChange={(event) => setWritten(event.target.checked ? sha256 : null)}
        />
        <label className="fr-label" htmlFor="lettre-envoyee">
          J’ai écrit à la SACD, avec ces chiffres
        </label>
      </div>
      <button
        type="button"
        className="fr-btn"
        aria-disabled={isBusy || !isWritten}
        onClick={() => {
          if (isWritten) onSent(sha256);
        }}
      >
        Garder cette lettre comme envoyée
      </button>
    </div>
  );
}
