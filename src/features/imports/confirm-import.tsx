'use client';
import { useId, useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';

export type ConfirmImportProps = {
  readonly label: string;
  /** Why it cannot be confirmed yet; null when it can. */
  readonly blocker: string | null;
  readonly isPending: boolean;
  readonly onConfirm: (label: string) => void;
  readonly onAbandon: () => void;
};

/** The name of the ticketing, and the button that stores what was read. */
export function ConfirmImport({ label, blocker, isPending, onConfirm, onAbandon }: ConfirmImportProps) {
  const id = useId();
  const [name, setName] = useState(label);
  const [told, setTold] = useState<string | null>(null);
  const isMissing = told !== null && name.trim() === '';
  return (
    <section aria-labelledby={`${id}-titre`} className="app-narrow fr-mt-4w">
      <h2 id={`${id}-titre`} className="fr-h5">
        Enregistrer
      </h2>
      <form
        noValidate
        aria-labelledby={`${id}-titre`}
        onSubmit={(event) => {
          event.preventDefault();
          setTold(blocker ?? '');
          if (blocker === null && name.trim() !== '' && !isPending) onConfirm(name.trim());
        }}
      >
        <TextField
          id={`${id}-nom`}
          name="label"
          label="Nom de cette billetterie"
          hint="Vous la retrouverez sous ce nom parmi vos billetteries."
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={isMissing ? 'Donnez un nom à cette billetterie.' : undefined}
        />
        <p role="status">{told !== null && blocker}</p>
        <div className="app-actions">
          <SubmitButton isPending={isPending} pendingText="Enregistrement…">
            Enregistrer ces recettes
          </SubmitButton>
          <button
            type="button"
            className="fr-btn fr-btn--tertiary"
            aria-disabled={isPending}
            onClick={() => !isPending && onAbandon()}
          >
            Abandonner et effacer le fichier
          </button>
        </div>
      </form>
    </section>
  );
}
