import type { Cell } from '@/spreadsheet/export-row';
import type { ColumnKind } from './header-words';

const share = 0.5;
const timeShape = /^\d{1,2} ?(?:h(?:eures?)?|:) ?(?:\d{2})?(?::\d{2})?(?: ?[ap]m)?$/i;
const dayShape =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:er)? (?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]|sept|oct|nov|d[ée]c|jan|feb|apr|may|jun|jul|aug|dec)\S* \d{2,4}/i;
const numberShape = /^[-+−(]?\s*(?:[€$£]\s*)?\d[\d\s.,'\u00a0\u202f]*\s*(?:[€$£%]|eur|chf|usd|gbp|cad)?\s*\)?-?$/i;

/** What most of these values look like. `plainHeader` settles what a bare number cannot: a serial is a date under «date». */
export function toColumnKind(cells: readonly Cell[], plainHeader: string): ColumnKind {
  const kinds = cells.flatMap((cell) => (cell === null ? [] : [toCellKind(cell, plainHeader)]));
  if (kinds.length === 0) return 'empty';
  for (const kind of ['date', 'time', 'number'] as const) {
    if (kinds.filter((one) => one === kind).length >= kinds.length * share) return kind;
  }
  return 'text';
}

function toCellKind(cell: NonNullable<Cell>, plainHeader: string): ColumnKind {
  if (typeof cell === 'object') return 'number';
  if (typeof cell === 'number') return toNumberKind(cell, plainHeader);
  const text = cell.trim().replace(/[\u00a0\u202f]/g, ' ');
  if (timeShape.test(text)) return 'time';
  if (dayShape.test(text)) return 'date';
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return toNumberKind(Number(text.replace(',', '.')), plainHeader);
  return numberShape.test(text) || /^- ?€?$/.test(text) ? 'number' : 'text';
}

function toNumberKind(number: number, plainHeader: string): ColumnKind {
  const isDay = number > 30_000 && number < 80_000;
  if (isDay && /\b(?:dates?|jour|seance|representation|debut|start|session)\b/.test(plainHeader)) return 'date';
  return number > 0 && number < 1 && /\b(?:heures?|horaires?|time)\b/.test(plainHeader) ? 'time' : 'number';
}

/** Whether a row may not be a header: it holds a number, an amount or a date. */
export function holdsFigure(cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell !== null && toCellKind(cell, '') !== 'text');
}
