'use client';
import { useEffect, useState } from 'react';

export type CopyButtonProps = {
  /** What is copied. */
  readonly text: string;
  /** What it is, for those who hear the button alone: «Billetterie HT». */
  readonly of: string;
};

/** How long «Copié» stays. */
const shownMs = 4_000;

/** Copies one value, and says so to everyone. */
export function CopyButton({ text, of }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copié');
    } catch {
      // A browser may refuse: the value can still be selected beside the button.
      setSaid('Copie refusée par le navigateur\u00a0: sélectionnez la valeur.');
    }
  };
  return (
    <span>
      <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={() => void copy()}>
        Copier<span className="fr-sr-only">&nbsp;: {of}</span>
      </button>{' '}
      <span role="status" className="fr-text--sm">
        {said}
      </span>
    </span>
  );
}
