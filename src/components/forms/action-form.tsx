'use client';
import type { ComponentProps, FormEvent } from 'react';

export type ActionFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'method' | 'noValidate'> & {
  readonly onSubmit: (data: FormData) => void;
};

/**
 * A form sent by our own code. `action` is what React calls for a form sent before the page is alive (it keeps the
 * submission and plays it again); afterwards `onSubmit` takes over, because an action would empty the fields.
 * The browser's own bubbles are off: messages are ours, beside the fields and on top.
 */
export function ActionForm({ onSubmit, children, ...rest }: ActionFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form {...rest} action={onSubmit} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
