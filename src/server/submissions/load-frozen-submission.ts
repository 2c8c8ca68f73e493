import 'server-only';
import { neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { listDifferences } from '@/domain/declaration/differences';
import { toReceived } from '@/domain/declaration/received';
import { describeDifferences, writeDifferences } from '@/i18n/declaration-changes';
import { type Database } from '@/server/db/client';
import { type Submission } from '@/server/db/generated/client';
import { loadPastSubmissions } from './load-past-submissions';
import { answersSchema, type FrozenSubmission } from './step-outcome';

/** What was frozen when a person sent, documents included. */
export async function loadFrozenSubmission(db: Database, submissionId: string): Promise<FrozenSubmission> {
  const row = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { documents: { where: { kind: { in: ['statement', 'message'] } } } },
  });
  const [document] = row.documents;
  if (!document) throw new Error(`submission ${submissionId} has no document`);
  const declaration = neutralDeclarationSchema.parse(row.payload);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    organism: row.organism,
    state: row.state,
    createdAt: row.createdAt,
    declaration,
    changes: declaration.corrects ? await listChanges(db, row) : [],
    recipient: row.recipient,
    agencyName: row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    message: row.message,
    errorCode: row.errorCode,
    answers: answersSchema.parse(row.answers),
    document,
  };
}

/** As many things as a mail says; the document has them all. */
const toldChanges = 20;

/** Frozen beside frozen: the same lines at every attempt. */
async function listChanges(db: Database, row: Submission): Promise<string[]> {
  const past = await loadPastSubmissions(db, [row.declarationId]);
  const before = toReceived(
    row.organism,
    past.filter(({ number }) => number < row.number),
  );
  const current = past.find(({ id }) => id === row.id);
  if (!before || !current) return [];
  return writeDifferences(describeDifferences(listDifferences(row.organism, before, current.declaration)), toldChanges);
}
