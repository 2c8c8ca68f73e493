import type { DeclarationState } from '@/domain/declaration/status';
import type { Organism } from '@/domain/organism';
import { declarationStateLabels, organismLabels } from '@/i18n/labels';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import { type SheetColumn, toSheet } from './to-sheet';

export type ExportedSubmission = {
  /** Name of the show or, for what is declared by quarter, the quarter in words. */
  readonly subject: string;
  readonly organism: Organism;
  readonly number: number;
  readonly state: DeclarationState;
  readonly recipient: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** The organism's own words. */
  readonly message: string | null;
};

const columns: readonly SheetColumn<ExportedSubmission>[] = [
  { header: 'Spectacle ou période', kind: 'text', width: 42, read: ({ subject }) => subject },
  { header: 'Organisme', kind: 'text', width: 12, read: ({ organism }) => organismLabels[organism] },
  { header: 'Numéro', kind: 'count', width: 10, read: ({ number }) => number },
  { header: 'État', kind: 'text', width: 16, read: ({ state }) => declarationStateLabels[state] },
  { header: 'Envoyé le', kind: 'moment', width: 18, read: ({ createdAt }) => createdAt },
  { header: 'Terminé le', kind: 'moment', width: 18, read: ({ finishedAt }) => finishedAt },
  { header: 'Destinataire', kind: 'text', width: 36, read: ({ recipient }) => recipient },
  { header: 'Par', kind: 'text', width: 24, read: ({ authorName }) => authorName },
  { header: 'Réponse', kind: 'text', width: 48, read: ({ message }) => message },
];

/** One line per submission. */
export function toSubmissionsSheet(batches: () => AsyncIterable<readonly ExportedSubmission[]>): SheetToWrite {
  return toSheet('Envois', columns, batches);
}
