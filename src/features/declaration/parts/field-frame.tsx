'use client';
import type { ReactNode } from 'react';

export type FieldFrameProps = {
  /** Of the input that the label names. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null;
  /** What the field did elsewhere: «12 représentations ont suivi». */
  readonly note?: string | null;
  readonly isSelect?: boolean;
  readonly children: ReactNode;
};

/** Label, hint, input and message of one field, in the order of the design system. */
export function FieldFrame({ id, label, hint, fault, note, isSelect = false, children }: FieldFrameProps) {
  const group = isSelect ? 'fr-select-group' : 'fr-input-group';
  return (
    <div className={fault ? `${group} ${group}--error` : group}>
      <label className="fr-label" htmlFor={id}>
        {label}
        {hint && <span className="fr-hint-text">{hint}</span>}
      </label>
      {children}
      <div id={`${id}-message`} role="status">
        {fault && <p className="fr-error-text">{fault}</p>}
        {note && <p className="fr-hint-text fr-mt-1v">{note}</p>}
      </div>
    </div>
  );
}
