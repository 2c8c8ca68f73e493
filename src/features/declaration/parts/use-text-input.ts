'use client';
import { type KeyboardEvent, useState } from 'react';
import { inputFaults } from '@/i18n/declaration-page';
import type { InvalidInput, Parsed } from '../store/input';
import type { FieldState } from '../store/store-types';

export type TextInputOptions<T> = {
  readonly state: FieldState<T>;
  /** The state as it is now, right after an edit. */
  readonly readState: () => FieldState<T>;
  /** The value as a person would type it. */
  readonly text: string;
  readonly parse: (text: string) => Parsed<T>;
  readonly onValue: (value: T) => void;
  readonly onInvalid: (invalid: InvalidInput) => void;
  readonly onLeave: () => void;
  /** `live`: each key stroke is an edit. `leave`: only leaving the field or Enter is, for values that reach others. */
  readonly commits: 'live' | 'leave';
};

/** One text that makes one value; a text that is not a value stays in the field with its message. */
export function useTextInput<T>(options: TextInputOptions<T>) {
  const { state, parse, commits } = options;
  const [typed, setTyped] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const [stateOfText, setStateOfText] = useState(state);
  const shown = state.invalid?.texts.text ?? options.text;
  // What was typed is shown as typed, until the value changes by another way (taken back, somebody else's).
  if (typed !== null && commits === 'live' && state !== stateOfText) setTyped(null);

  const commit = (text: string) => {
    const parsed = parse(text);
    if (parsed.ok) options.onValue(parsed.value);
    else options.onInvalid({ code: parsed.code, texts: { text } });
    setStateOfText(options.readState());
  };
  const leave = () => {
    if (typed !== null && commits === 'leave' && typed !== shown) commit(typed);
    setTyped(null);
    options.onLeave();
  };

  return {
    fault: state.invalid && !isFocused ? inputFaults[state.invalid.code] : null,
    input: {
      value: typed ?? shown,
      autoComplete: 'off',
      'aria-invalid': (state.invalid !== null && !isFocused) || undefined,
      onChange: (event: { target: { value: string } }) => {
        setTyped(event.target.value);
        if (commits === 'live') commit(event.target.value);
      },
      onFocus: () => setFocused(state.invalid === null),
      onBlur: () => {
        setFocused(false);
        leave();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && commits === 'leave') leave();
      },
    },
  };
}
