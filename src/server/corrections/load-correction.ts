import 'server-only';
import { listDifferences } from '@/domain/declaration/differences';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type Organism } from '@/domain/organism';
import { describeDifferences, writeDifferences } from '@/i18n/declaration-changes';
import { type Database } from '@/server/db/client';
import { listTold, toCorrectionFor } from '@/server/submissions/list-told';

/** As many things as a mail says; the document has them all. */
const toldChanges = 20;

type Sending = {
  readonly declarationId: string;
  readonly organism: Organism;
  readonly number: number;
  readonly recipient: string;
  /** One of several agencies, told of its own performances only. */
  readonly isShare: boolean;
};

/** A declaration as its recipient reads it: what a correction replaces there, and what it changes, in lines of French. */
export async function loadCorrection(
  db: Database,
  { declarationId, organism, number, recipient, isShare }: Sending,
  declaration: NeutralDeclaration,
): Promise<{ readonly declaration: NeutralDeclaration; readonly changes: readonly string[] }> {
  if (!declaration.corrects) return { declaration, changes: [] };
  const told = await listTold(db, declarationId, number);
  // Frozen beside frozen: the same lines at every attempt. Its address may have changed since.
  const before = told.get(recipient) ?? (isShare ? undefined : [...told.values()].at(-1));
  if (!before) return { declaration, changes: [] };
  const groups = describeDifferences(listDifferences(organism, before.declaration, declaration));
  return {
    declaration: isShare ? toCorrectionFor(declaration, before) : declaration,
    changes: writeDifferences(groups, toldChanges),
  };
}
