import { arbitrateAmounts } from './arbitrate-amounts';
import type { Candidate } from './arbitrate-amounts';
import { toColumnKind } from './column-kind';
import type { ExportTable } from './export-file';
import { recognizeHeader } from './header-words';
import { toPlainWords } from './plain-words';
import type { ColumnMeaning, ImportMapping } from '@/domain/ticketing/import/mapping';

type MappedColumn = ImportMapping['columns'][number];

/** One meaning per column: the best column wins, the others are ignored, but several may tell the status. */
export function recognizeColumns(table: ExportTable): MappedColumn[] {
  const candidates = table.columns.map(({ header }, index): Candidate => {
    const plain = toPlainWords(header);
    const kind = toColumnKind(
      table.sample.map(({ cells }) => cells[index] ?? null),
      plain,
    );
    return { index, plain, kind, meanings: withoutPeople(table, plain, recognizeHeader(plain, kind)) };
  });
  const chosen = new Map<number, ColumnMeaning>();
  for (const meaning of ['start-at', 'start-time', 'series-name'] as const) assignBest(candidates, meaning, chosen);
  for (const [index, meaning] of arbitrateAmounts(candidates, table.sample)) chosen.set(index, meaning);
  for (const meaning of otherMeanings)
    if (![...chosen.values()].includes(meaning)) assignBest(candidates, meaning, chosen);
  for (const { index, meanings } of candidates) {
    if (!chosen.has(index) && meanings[0]?.meaning === 'status') chosen.set(index, 'status');
  }
  return table.columns.map(({ header, occurrence }, index) => ({
    header,
    occurrence,
    meaning: chosen.get(index) ?? 'ignored',
  }));
}

const otherMeanings = ['series-id', 'performance-id', 'ticket-id', 'tax-rate', 'tariff', 'kind', 'currency'] as const;

function assignBest(
  candidates: readonly Candidate[],
  meaning: ColumnMeaning,
  chosen: Map<number, ColumnMeaning>,
): void {
  let best: { readonly index: number; readonly score: number } | null = null;
  for (const { index, meanings } of candidates) {
    const score = meanings.find((one) => one.meaning === meaning)?.score ?? 0;
    if (score > (best?.score ?? 0) && !chosen.has(index)) best = { index, score };
  }
  if (best) chosen.set(best.index, meaning);
}

/** A bare «Nom» is a person's beside a first name or an address, and a show's otherwise. */
function withoutPeople(table: ExportTable, plain: string, meanings: Candidate['meanings']): Candidate['meanings'] {
  if (!/^(?:nom|name)$/.test(plain)) return meanings;
  const hasPeople = table.columns.some(({ header }) =>
    /prenom|first ?name|mail|courriel|tel|phone|acheteur|client|participant|adresse/.test(toPlainWords(header)),
  );
  return hasPeople ? [] : meanings;
}
