import type { Cell } from '@/spreadsheet/export-row';
import type { ExportTable } from './export-file';
import { recognizeHeader } from './header-words';
import { parseRate } from './parse-figures';
import { parseMoment, type Moment } from './parse-moment';
import { toPlainWords } from './plain-words';

/** What the rows above a header say of the whole table, under a label: «Spectacle : …», «Date ; 26/06/2026 20h30», «Taux de TVA : 5,5 %». */
export type PreambleFacts = {
  readonly seriesName: string | null;
  readonly start: Moment | null;
  readonly taxRateBp: number | null;
  readonly isPassCulture: boolean;
};

export function readPreamble(table: ExportTable): PreambleFacts {
  let seriesName: string | null = null;
  let start: Moment | null = null;
  let taxRateBp: number | null = null;
  for (const { cells } of table.preamble) {
    for (const { label, value } of toPairs(cells)) {
      const kind = typeof value === 'number' ? 'number' : 'text';
      const meanings = recognizeHeader(label, kind).filter(({ score }) => score >= 60);
      const moment = parseMoment(value, table.is1904);
      const dates = recognizeHeader(label, 'date').filter(({ score }) => score >= 60);
      if (dates[0]?.meaning === 'start-at' && moment.type !== 'unknown') start ??= moment;
      else if (meanings[0]?.meaning === 'series-name' && typeof value === 'string') seriesName ??= value.trim();
      else if (meanings[0]?.meaning === 'tax-rate') taxRateBp ??= toRate(value);
    }
  }
  const texts = [
    ...table.columns.map(({ header }) => header),
    ...table.preamble.flatMap(({ cells }) => cells.map(String)),
  ];
  const isPassCulture = texts.some((text) => /\b(?:contremarque|pass culture)\b/.test(toPlainWords(text)));
  return { seriesName, start, taxRateBp, isPassCulture };
}

function toPairs(cells: readonly Cell[]): { readonly label: string; readonly value: Cell }[] {
  return cells.flatMap((cell, at) => {
    if (typeof cell !== 'string') return [];
    const [, label = '', value = ''] = /^([^:]{2,40}?)\s*:\s*(.*)$/.exec(cell.trim()) ?? [];
    if (value !== '') return [{ label: toPlainWords(label), value }];
    const next = cells.slice(at + 1).find((other) => other !== null) ?? null;
    return next === null ? [] : [{ label: toPlainWords(cell), value: next }];
  });
}

function toRate(value: Cell): number | null {
  const rate = parseRate(value);
  return 'value' in rate ? rate.value : null;
}

const commonSheets =
  /^(?:feuil\w*|sheet|onglet|tableau|table|data|donnees|export\w*|ventes?|billets?|billetterie|tickets?|recettes?|commandes?|orders?|liste|participants?|resultats?|report|rapport|page|reservations?|detail\w*|all|tous|toutes|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|web|guichet|internet|saison|spectacles?|representations?|seances?|bordereau|worksheet|csv|import|worksheet|sales|events?|classeur|recap\w*|synthese|total|totaux)?(?: ?(?:de|du|des|par|\d+|ventes?|billets?|billetterie|tickets?|commandes?|participants?|spectacles?|recettes?|seances?|representations?|saison|tarifs?))*$/;

/** A sheet may be named after its show; the names that software and spreadsheets give by themselves are none. */
export function toSeriesNameOfSheet(sheet: string | null): string | null {
  const plain = toPlainWords(sheet ?? '');
  return plain === '' || commonSheets.test(plain) ? null : (sheet ?? '').trim();
}
