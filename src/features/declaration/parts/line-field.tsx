'use client';
import { useDraftSession, useField } from '../draft-context';
import type { Parsed } from '../store/input';
import { FieldFrame } from './field-frame';
import { useTextInput } from './use-text-input';

export type LineFieldProps = {
  readonly path:
    'organization.sacemId' | 'organization.sacdId' | 'series.artists' | 'series.author' | 'series.director';
  readonly label: string;
  readonly hint: string;
  readonly parse: (text: string) => Parsed<string | null>;
  readonly inputMode?: 'numeric';
};

/** One line of text, saved as it is typed. */
export function LineField({ path, label, hint, parse, inputMode }: LineFieldProps) {
  const { store, locked } = useDraftSession();
  const state = useField(path);
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField(path),
    text: state.value ?? '',
    parse,
    commits: 'live',
    onValue: (value) => store.edit(path, value),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  return (
    <FieldFrame id={path} label={label} hint={hint} fault={fault}>
      <input
        id={path}
        className="fr-input"
        inputMode={inputMode}
        readOnly={locked}
        aria-describedby={`${path}-message`}
        {...input}
      />
    </FieldFrame>
  );
}
