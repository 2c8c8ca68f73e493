import { Input } from '@codegouvfr/react-dsfr/Input';
import type { ComponentProps, ReactNode } from 'react';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'className'> & {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What to do about this field; absent when it is right. */
  readonly error?: string | undefined;
};

/** A labelled field with its hint and its error, joined for screen readers. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Input
      label={label}
      hintText={hint}
      state={error ? 'error' : 'default'}
      stateRelatedMessage={error}
      nativeInputProps={{ ...input, 'aria-invalid': error ? true : undefined }}
    />
  );
}
