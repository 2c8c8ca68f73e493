import 'server-only';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { isReceived } from '@/domain/declaration/received';
import { type Database } from '@/server/db/client';
import { toContent } from '@/server/submissions/to-content';
import { type DeclarationRow } from './load-series';

/** Whether this correction says, word for word and with the same documents, what the organism last received. */
export async function isUnchanged(
  db: Database,
  row: DeclarationRow,
  declaration: NeutralDeclaration,
): Promise<boolean> {
  const received = declaration.corrects && row.submissions.find(({ state }) => isReceived(state));
  if (!received) return false;
  const { payload } = await db.submission.findUniqueOrThrow({ where: { id: received.id }, select: { payload: true } });
  return toContent(neutralDeclarationSchema.parse(payload)) === toContent(declaration);
}
