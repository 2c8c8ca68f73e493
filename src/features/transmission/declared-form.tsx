'use client';
import { useRef, useState } from 'react';
import type { TaxOrganism } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { organismPhrases } from '@/i18n/organism-phrases';
import styles from './transmission.module.css';

export type DeclaredFormProps = {
  readonly tax: TaxOrganism;
  readonly onDeclared: () => Promise<ScreenErrorCode | null>;
  readonly onReload: () => void;
};

/** The person's word that they declared on the organism's own site. */
export function DeclaredForm({ tax, onDeclared, onReload }: DeclaredFormProps) {
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  // A second click may come before React has rendered the first one.
  const isTaken = useRef(false);
  const declare = async () => {
    if (isTaken.current) return;
    isTaken.current = true;
    setBusy(true);
    setFailure(null);
    const code = await onDeclared();
    // When it is kept, the button stays taken until the page of the submission replaces this one.
    if (code === null) return;
    isTaken.current = false;
    setBusy(false);
    setFailure(code);
  };
  const { to, the } = organismPhrases[tax];
  return (
    <div className={styles.send}>
      <p className="fr-mb-0">
        Une fois déclarée, elle se ferme aux changements. Si {the} la refuse, vous le direz et la corrigerez.
      </p>
      <button type="button" className="fr-btn fr-btn--lg" aria-disabled={isBusy} onClick={() => void declare()}>
        {isBusy ? 'Enregistrement…' : `Je l’ai déclarée ${to}`}
      </button>
      {failure && <LazyErrorMessage code={failure} onRetry={onReload} takesFocus />}
    </div>
  );
}
