import { findPairFault } from '@/domain/declaration/issues';
import { maxTickets } from '@/domain/declaration/bounds';
import type { AmountPair } from '@/domain/declaration/neutral';
import { type AmountFailure, parseAmount } from '@/domain/money';

/** Why a text is not a value. Sentences: `src/i18n/declaration-page`. */
export type InputFault =
  | AmountFailure
  | 'amount-one-zero'
  | 'including-below-excluding'
  | 'half-pair'
  | 'not-a-count'
  | 'too-many'
  | 'not-digits'
  | 'too-long';

/** Texts of a field that is not a value yet, by part (`excluding`, `including`, or `text` alone). */
export type InvalidInput = {
  readonly code: InputFault;
  readonly texts: Readonly<Partial<Record<'excluding' | 'including' | 'text', string>>>;
};

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: InputFault };

/** Reads a number of tickets or of seats: digits, with or without spaces. Empty is null. 0 to 1,000,000. */
export function parseCount(text: string): Parsed<number | null> {
  const digits = text.replace(/[\s\u00a0\u202f\u2009]/g, '');
  if (digits === '') return { ok: true, value: null };
  if (!/^\d+$/.test(digits)) return { ok: false, code: 'not-a-count' };
  const significant = digits.replace(/^0+(?=\d)/, '');
  const count = significant.length > 9 ? Infinity : Number(significant);
  return count > maxTickets ? { ok: false, code: 'too-many' } : { ok: true, value: count };
}

/** Reads an identifier at an organism: 1 to 10 digits, spaces and dots forgiven. Empty is null. */
export function parseOrganismId(text: string): Parsed<string | null> {
  const digits = text.replace(/[\s\u00a0\u202f.]/g, '');
  if (digits === '') return { ok: true, value: null };
  return /^\d{1,10}$/.test(digits) ? { ok: true, value: digits } : { ok: false, code: 'not-digits' };
}

/** Reads names as a person writes them, 1 to 200 characters. Empty is null. */
export function parseCredit(text: string): Parsed<string | null> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  return trimmed.length > 200 ? { ok: false, code: 'too-long' } : { ok: true, value: trimmed };
}

/** Reads HT and TTC of one amount. Both empty is null; one without the other, or TTC below HT, is not a value. */
export function parsePair(excluding: string, including: string): Parsed<AmountPair | null> {
  const [ht, ttc] = [parseAmount(excluding), parseAmount(including)];
  if (!ht.ok) return { ok: false, code: ht.reason };
  if (!ttc.ok) return { ok: false, code: ttc.reason };
  if (ht.cents === null && ttc.cents === null) return { ok: true, value: null };
  if (ht.cents === null || ttc.cents === null) return { ok: false, code: 'half-pair' };
  const pair: AmountPair = { excludingTaxesCents: ht.cents, includingTaxesCents: ttc.cents };
  const fault = findPairFault(pair);
  return fault ? { ok: false, code: fault } : { ok: true, value: pair };
}
