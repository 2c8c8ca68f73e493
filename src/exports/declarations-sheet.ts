import { declarationStateLabels, organismLabels } from '@/i18n/labels';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import type { ExportedDeclaration } from './exported-show';
import { type SheetColumn, toSheet } from './to-sheet';

/** `subject`: name of the show or, for what is declared by quarter, the quarter in words. */
export type DeclarationRow = ExportedDeclaration & { readonly subject: string };

const columns: readonly SheetColumn<DeclarationRow>[] = [
  { header: 'Spectacle ou période', kind: 'text', width: 42, read: ({ subject }) => subject },
  { header: 'Organisme', kind: 'text', width: 12, read: ({ organism }) => organismLabels[organism] },
  { header: 'État', kind: 'text', width: 16, read: ({ state }) => declarationStateLabels[state] },
  { header: 'À déclarer au plus tard le', kind: 'day', width: 26, read: ({ dueAt }) => dueAt },
  { header: 'Envois', kind: 'count', width: 10, read: ({ submissions }) => submissions },
  { header: 'Dernier envoi', kind: 'moment', width: 18, read: ({ last }) => last?.createdAt ?? null },
  { header: 'Par', kind: 'text', width: 24, read: ({ last }) => last?.authorName ?? null },
];

/** One line per declaration, sent or not. */
export function toDeclarationsSheet(batches: () => AsyncIterable<readonly DeclarationRow[]>): SheetToWrite {
  return toSheet('Déclarations', columns, batches);
}
