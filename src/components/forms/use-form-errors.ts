'use client';
import { useId, useState } from 'react';
import type { FieldErrors } from './field-errors';

const none: FieldErrors = {};

/** The errors of one form: ids of its fields, what is wrong with each, and how many times it was tried. */
export function useFormErrors() {
  const prefix = useId();
  const [state, setState] = useState<{ readonly errors: FieldErrors; readonly attempt: number }>({
    errors: none,
    attempt: 0,
  });
  return {
    ...state,
    toFieldId: (name: string) => `${prefix}${name}`,
    /** True when there is nothing to correct. */
    show: (errors: FieldErrors): boolean => {
      setState(({ attempt }) => ({ errors, attempt: attempt + 1 }));
      return Object.keys(errors).length === 0;
    },
  };
}
