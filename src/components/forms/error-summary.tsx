'use client';
import { useEffect, useRef } from 'react';
import type { FieldErrors } from './field-errors';

export type ErrorSummaryProps = {
  readonly errors: FieldErrors;
  /** Id of the input that a field name stands for. */
  readonly toFieldId: (name: string) => string;
  /** Grows with each attempt, so that the focus comes back even when the errors are the same. */
  readonly attempt: number;
};

/** On top of a form that cannot be sent: how many fields, and a link to each. It takes the focus when it appears. */
export function ErrorSummary({ errors, toFieldId, attempt }: ErrorSummaryProps) {
  const root = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  const isShown = entries.length > 0;
  useEffect(() => {
    if (isShown) root.current?.focus();
  }, [isShown, attempt]);
  if (!isShown) return null;
  return (
    <div ref={root} tabIndex={-1} role="alert" className="fr-alert fr-alert--error fr-mb-3w app-message">
      <h2 className="fr-alert__title">
        {entries.length === 1 ? 'Un champ est à corriger' : `${entries.length} champs sont à corriger`}
      </h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            <a
              href={`#${toFieldId(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(toFieldId(name))?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
