'use client';
import { useRef, useState } from 'react';
import { useFocusHeir } from './use-focus-heir';

const noteId = 'saisies-retrouvees';

/** Says that what is on screen was typed at an earlier visit and is not saved; and the way back to what is. */
export function RestoredNote({ isShown, onGiveUp }: { readonly isShown: boolean; readonly onGiveUp: () => void }) {
  const [isGivenUp, setIsGivenUp] = useState(false);
  return (
    <div className={isShown ? 'app-panel fr-mb-3w app-actions' : undefined}>
      <p id={noteId} role="status" tabIndex={-1} className="fr-mb-0 app-message">
        {isShown
          ? 'Vos saisies non enregistrées ont été retrouvées.'
          : isGivenUp && 'Vos saisies retrouvées sont abandonnées.'}
      </p>
      {isShown && (
        <GiveUp
          onGiveUp={() => {
            setIsGivenUp(true);
            onGiveUp();
          }}
        />
      )}
    </div>
  );
}

function GiveUp({ onGiveUp }: { readonly onGiveUp: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, noteId);
  return (
    <button ref={button} type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={onGiveUp}>
      Les abandonner
    </button>
  );
}
