'use client';
import { type FocusEvent, useState } from 'react';
import type { AmountPair } from '@/domain/declaration/neutral';
import { parseAmount } from '@/domain/money';
import { formatAmountInput } from '@/i18n/format';
import { inputFaults } from '@/i18n/declaration-page';
import { type InvalidInput, parsePair } from '../store/input';
import type { FieldState } from '../store/store-types';

export type PairPart = 'excluding' | 'including';

export type PairInputOptions = {
  readonly state: FieldState<AmountPair | null>;
  /** The state as it is now, right after an edit. */
  readonly readState: () => FieldState<AmountPair | null>;
  /** What is shown: the value, or what stands for it. */
  readonly shown: AmountPair | null;
  readonly onValue: (pair: AmountPair | null) => void;
  readonly onInvalid: (invalid: InvalidInput) => void;
  readonly onLeave: () => void;
  /** HT for a typed TTC, in cents; null when nothing can be proposed. */
  readonly propose: (includingTaxesCents: number) => number | null;
  /** Whether a new TTC replaces an HT that somebody typed (figures of the ticketing), or only an HT proposed before. */
  readonly proposesAlways: boolean;
};

/** Two texts, HT and TTC, that make one value: typed live, invalid texts kept, HT proposed from TTC and left editable. */
export function usePairInput(options: PairInputOptions) {
  const { state, shown } = options;
  const [typed, setTyped] = useState<{ part: PairPart; text: string } | null>(null);
  const [isQuiet, setQuiet] = useState(false);
  const [stateOfText, setStateOfText] = useState(state);
  const texts = {
    excluding: state.invalid?.texts.excluding ?? formatAmountInput(shown?.excludingTaxesCents ?? null),
    including: state.invalid?.texts.including ?? formatAmountInput(shown?.includingTaxesCents ?? null),
  };
  // What was typed is shown as typed, until the value changes by another way (taken back, somebody else's).
  const isOwnText = typed !== null && state === stateOfText;
  if (typed && !isOwnText) setTyped(null);

  const type = (part: PairPart, text: string) => {
    setTyped({ part, text });
    const next = { ...texts, [part]: text };
    if (part === 'including') next.excluding = proposeText(options, next, text) ?? next.excluding;
    const parsed = parsePair(next.excluding, next.including);
    if (parsed.ok) options.onValue(parsed.value);
    else options.onInvalid({ code: parsed.code, texts: next });
    setStateOfText(options.readState());
  };

  const bind = (part: PairPart) => ({
    value: isOwnText && typed.part === part ? typed.text : texts[part],
    inputMode: 'decimal' as const,
    'data-part': part,
    autoComplete: 'off',
    'aria-invalid': (state.invalid !== null && !isQuiet) || undefined,
    onChange: (event: { target: { value: string } }) => type(part, event.target.value),
    onFocus: () => {
      if (!state.invalid) setQuiet(true);
    },
    onBlur: (event: FocusEvent) => {
      setTyped(null);
      if (isInSamePair(event.currentTarget, event.relatedTarget)) return;
      setQuiet(false);
      options.onLeave();
    },
  });

  return { excluding: bind('excluding'), including: bind('including'), fault: toFault(state.invalid, isQuiet) };
}

function isInSamePair(left: Element, entered: Element | null): boolean {
  return entered?.hasAttribute('data-part') === true && left.closest('[data-pair]')?.contains(entered) === true;
}

/** While a person is still typing, nothing is called a fault. */
function toFault(invalid: InvalidInput | null, isQuiet: boolean): string | null {
  return invalid && !isQuiet ? inputFaults[invalid.code] : null;
}

function proposeText(
  { shown, propose, proposesAlways }: PairInputOptions,
  texts: { excluding: string },
  including: string,
): string | null {
  const parsed = parseAmount(including);
  if (!parsed.ok || parsed.cents === null) return null;
  const isProposed =
    proposesAlways ||
    texts.excluding.trim() === '' ||
    shown === null ||
    shown.includingTaxesCents === 0 ||
    propose(shown.includingTaxesCents) === shown.excludingTaxesCents;
  const proposed = isProposed ? propose(parsed.cents) : null;
  return proposed === null ? null : formatAmountInput(proposed);
}
