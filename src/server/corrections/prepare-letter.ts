import 'server-only';
import { type Letter, writeSacdLetter } from '@/declarations/sacd/letter';
import { describeDifferences } from '@/i18n/declaration-changes';
import { type Database } from '@/server/db/client';
import { toSha256 } from '@/server/submissions/canonical-json';
import { loadPastSubmissions } from './load-past-submissions';
import { type SignedInUser } from '@/server/trpc/context';
import { compareWithToday } from './compare-with-today';
import { type LoadedSeries } from '@/server/declarations/load-series';
import { type PreparedDeclaration, prepareDeclarations } from '@/server/declarations/prepare-declaration';

export type PreparedLetter = {
  readonly letter: Letter;
  /** Names this very letter: what a person read is what is kept. */
  readonly sha256: string;
  readonly prepared: PreparedDeclaration;
};

/** The letter that corrects what SACD accepted, or null when nobody corrects it. */
export async function prepareLetter(
  db: Database,
  loaded: LoadedSeries,
  user: SignedInUser,
): Promise<PreparedLetter | null> {
  const all = await prepareDeclarations(db, loaded, { user, now: new Date() });
  const prepared = all.find(({ byLetter }) => byLetter);
  if (!prepared) return null;
  const { organism, row, declaration } = prepared;
  const change = compareWithToday(organism, await loadPastSubmissions(db, [row.id]), loaded.draft);
  const letter = writeSacdLetter(declaration, change ? describeDifferences(change.differences) : []);
  return { letter, sha256: toSha256(toLetterText(letter)), prepared };
}

/** As it is kept: its subject on the first line. */
export function toLetterText({ subject, text }: Letter): string {
  return `${subject}\n\n${text}\n`;
}
