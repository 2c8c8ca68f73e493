import type { ReactNode } from 'react';

export type CheckboxFieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly required?: boolean;
  /** What to do about this box; absent when it is right. */
  readonly error?: string | undefined;
};

/** One box to tick, with its error. The design system's component makes its own ids, that a summary could not link to. */
export function CheckboxField({ id, name, label, required, error }: CheckboxFieldProps) {
  const errorId = `${id}-erreur`;
  return (
    <div className={`fr-checkbox-group fr-mb-3w ${error ? 'fr-checkbox-group--error' : ''}`}>
      <input
        type="checkbox"
        id={id}
        name={name}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={errorId}
      />
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      <div className="fr-messages-group" id={errorId} aria-live="polite">
        {error && <p className="fr-message fr-message--error">{error}</p>}
      </div>
    </div>
  );
}
