'use client';
import { useDraftSession, useField } from '../draft-context';
import { parseCredit } from '../store/input';
import { FieldFrame } from './field-frame';
import { useTextInput } from './use-text-input';

export type CreditFieldProps = {
  readonly path: 'series.artists' | 'series.author' | 'series.director';
  readonly label: string;
  readonly hint: string;
};

/** Names of people, as they are on the poster; 200 characters at most. */
export function CreditField({ path, label, hint }: CreditFieldProps) {
  const { store, locked } = useDraftSession();
  const state = useField(path);
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField(path),
    text: state.value ?? '',
    parse: parseCredit,
    commits: 'live',
    onValue: (value) => store.edit(path, value),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  return (
    <FieldFrame id={path} label={label} hint={hint} fault={fault}>
      <input id={path} className="fr-input" readOnly={locked} aria-describedby={`${path}-message`} {...input} />
    </FieldFrame>
  );
}
