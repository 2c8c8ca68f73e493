import type { Cell } from '@/spreadsheet/export-row';
import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { eurosToCents } from '@/domain/money';
import { isFrenchRate, normalizeRateBp } from '@/domain/tax';

/** Which mark separates the decimals in this file, when one cell of it leaves no doubt. */
export type DecimalMark = ',' | '.' | null;

/** Null when the cell is empty. `reason`: a few French words. */
export type Figure = { readonly value: number | null } | { readonly reason: string };

const currencies = /(?:[£$¥]|\b(?:usd|gbp|chf|cad|jpy)\b)/i;
const faultReasons = {
  error: 'erreur dans la cellule',
  formula: 'formule sans valeur enregistrée',
  currency: 'montant dans une autre devise que l’euro',
} as const;

function toCompact(text: string): string {
  return text
    .replace(/[−–—]/g, '-')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .trim();
}

/** Digits with their groups and decimals, the sign and the euro taken away; null when anything else is there. */
function splitNumber(text: string): { readonly isNegative: boolean; readonly digits: string } | null {
  let rest = toCompact(text)
    .replace(/€|\beur(?:os?)?\b/gi, '')
    .trim();
  let isNegative = false;
  const parentheses = /^\((.*)\)$/.exec(rest);
  if (parentheses) {
    isNegative = true;
    rest = (parentheses[1] ?? '').trim();
  }
  const signed = /^(?:([-+]) ?(.*)|(.*?) ?(-))$/.exec(rest);
  if (signed && !isNegative) {
    isNegative = signed[1] === '-' || signed[4] === '-';
    rest = signed[2] ?? signed[3] ?? '';
  }
  return /^\d[\d., ']*$/.test(rest) ? { isNegative, digits: rest } : null;
}

/** The decimal mark that this text proves: `12,5`, `1.234,56`. Null when it proves none (`1.234`, `12`). */
export function findDecimalMark(text: string): DecimalMark {
  const number = splitNumber(text);
  const match = number && /([.,])(\d+)$/.exec(number.digits);
  if (!match) return null;
  const mark = match[1] === ',' ? ',' : '.';
  const others = number.digits.slice(0, match.index);
  if (others.includes(mark)) return null;
  const isSure = match[2]?.length !== 3 || /[., ']/.test(others) || others.length > 3 || /^0/.test(others);
  return isSure ? mark : null;
}

/** An amount in cents, negative ones included, half a cent up in size. `1.234` alone is read with the mark of the file, or not at all. */
export function parseCents(cell: Cell, mark: DecimalMark): Figure {
  if (cell === null) return { value: null };
  if (typeof cell === 'object') return { reason: faultReasons[cell.fault] };
  if (typeof cell === 'number') return bound(eurosToCents(cell.toFixed(8)));
  if (currencies.test(cell)) return { reason: faultReasons.currency };
  const text = toCompact(cell);
  if (/^-?$/.test(text)) return { value: null };
  if (/^- ?€$/.test(text) || /^(?:gratuit|offert|free|exonere|exonéré|invitation)e?s?$/i.test(text))
    return { value: 0 };
  const number = splitNumber(text);
  if (!number) return { reason: 'montant illisible' };
  const plain = toPlainDigits(number.digits, findDecimalMark(text) ?? mark);
  if (plain === null) return { reason: 'montant illisible' };
  return bound(eurosToCents(`${number.isNegative ? '-' : ''}${plain}`));
}

function bound(cents: number | null): Figure {
  if (cents === null) return { reason: 'montant illisible' };
  return Math.abs(cents) > maxAmountCents ? { reason: 'montant impossible' } : { value: cents };
}

/** Without groups, a dot before the decimals; null when groups are not of three digits or the mark is in doubt. */
function toPlainDigits(digits: string, mark: DecimalMark): string | null {
  const at = mark === null ? -1 : digits.lastIndexOf(mark);
  if (mark === null && /^\d{1,3}[.,]\d{3}$/.test(digits)) return null;
  const whole = at < 0 ? digits : digits.slice(0, at);
  const decimals = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(decimals)) return toPlainDigits(digits, null);
  if (!/^\d+$/.test(whole) && !/^\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*$/.test(whole)) return null;
  return `${whole.replace(/\D/g, '')}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A number of tickets, refunds below zero. */
export function parseTickets(cell: Cell): Figure {
  if (cell === null) return { value: null };
  if (typeof cell === 'object') return { reason: faultReasons[cell.fault] };
  const text = typeof cell === 'number' ? String(cell) : toCompact(cell);
  if (/^-?$/.test(text)) return { value: null };
  const match = /^([-+]?) ?(\d{1,3}(?:[ '.]\d{3})+|\d+)(?:[.,]0+)?$/.exec(text);
  if (!match) return { reason: 'nombre de billets illisible' };
  const tickets = Number((match[2] ?? '').replace(/\D/g, ''));
  if (tickets > maxTickets) return { reason: 'nombre de billets impossible' };
  return { value: match[1] === '-' && tickets > 0 ? -tickets : tickets };
}

/** A rate in basis points: 5.5, `5,5 %` and 0.055 are 550. A rate that France does not have is a fault. */
export function parseRate(cell: Cell): Figure {
  if (cell === null) return { value: null };
  if (typeof cell === 'object') return { reason: faultReasons[cell.fault] };
  const text = typeof cell === 'number' ? String(Number(cell.toFixed(8))) : cell.trim();
  if (text === '' || text === '-') return { value: null };
  const rateBp = normalizeRateBp(text.replace(/^tva(?: à)? */i, ''));
  if (rateBp === null) return { reason: 'taux de TVA illisible' };
  return isFrenchRate(rateBp) ? { value: rateBp } : { reason: 'taux de TVA qui n’existe pas en France' };
}
