import 'server-only';
import { toSlug } from '@/declarations/slug';
import { organismLabels } from '@/i18n/labels';
import { type Transaction } from '@/server/db/client';
import { type PreparedDeclaration } from '@/server/declarations/prepare-declaration';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';

export type LetterToFreeze = {
  readonly declarationId: string;
  readonly number: number;
  readonly prepared: PreparedDeclaration;
  /** The letter, its subject on the first line. */
  readonly text: string;
  readonly by: {
    readonly organizationId: string;
    readonly authorId: string;
    readonly authorName: string;
    readonly authorEmail: string;
  };
};

/** Stores a letter that a person sends themselves, with its figures: it is sent as soon as it is kept, nothing leaves from here. */
export async function freezeLetter(
  tx: Transaction,
  { declarationId, number, prepared, text, by }: LetterToFreeze,
): Promise<{ id: string; number: number }> {
  const { organism, declaration, agency } = prepared;
  const bytes = new TextEncoder().encode(text);
  return tx.submission.create({
    data: {
      declarationId,
      organism,
      number,
      state: 'sent',
      payload: declaration,
      payloadSha256: toSha256(toCanonicalJson(declaration)),
      recipient: agency?.email ?? organismLabels[organism],
      agencyName: agency?.name ?? null,
      ...by,
      finishedAt: new Date(),
      documents: {
        create: {
          kind: 'letter',
          filename: `Rectification ${organismLabels[organism]} - ${toSlug(declaration.series.name)}.txt`,
          contentType: 'text/plain; charset=utf-8',
          bytes,
          sha256: toSha256(bytes),
        },
      },
    },
    select: { id: true, number: true },
  });
}
