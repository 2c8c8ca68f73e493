'use client';
import { useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';

/** The name of a show typed by hand, changed apart from its figures. Until it is typed it is the one saved, whoever saved it. */
export function ShowName({
  name,
  isPending,
  onRename,
}: {
  readonly name: string;
  readonly isPending: boolean;
  readonly onRename: (name: string, onDone: () => void) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? name;
  const [isMissing, setIsMissing] = useState(false);
  return (
    <section aria-labelledby="renommer" className="fr-mt-5w app-narrow">
      <h2 id="renommer" className="fr-h5">
        Nom du spectacle
      </h2>
      <form
        aria-labelledby="renommer"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsMissing(text.trim() === '');
          if (text.trim() === '' || text.trim() === name || isPending) return;
          onRename(text.trim(), () => setTyped((current) => (current === text ? null : current)));
        }}
      >
        <TextField
          id="nom-du-spectacle"
          name="name"
          label="Nom"
          maxLength={300}
          value={text}
          onChange={(event) => setTyped(event.target.value)}
          error={isMissing ? 'Donnez le nom du spectacle.' : undefined}
        />
        <SubmitButton isPending={isPending} pendingText="Enregistrement…">
          Renommer
        </SubmitButton>
      </form>
    </section>
  );
}
