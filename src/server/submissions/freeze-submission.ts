import 'server-only';
import { type RenderedDocument } from '@/declarations/organism';
import { type DeclarationState } from '@/domain/declaration/status';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type SeriesOrganism } from '@/domain/organism';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { toCanonicalJson, toSha256 } from './canonical-json';
import { freezeDocuments } from './freeze-documents';
import { runSubmissionJob } from './run-submission';
import { type StepKind } from './step-outcome';

/** All that leaves, and to whom: rendered before the transaction, from the version that it checks. */
export type SubmissionToFreeze = {
  readonly organism: SeriesOrganism;
  readonly declarationId: string;
  readonly declaration: NeutralDeclaration;
  readonly document: RenderedDocument;
  readonly recipient: string;
  readonly agencyName: string | null;
  /** A document and a step for each agency, in place of the single ones above; empty for one recipient. */
  readonly shares: readonly SubmissionShare[];
  /** Documents of the show that go with it (with each share), and which mail carries each, from 1. */
  readonly documents: readonly { readonly attachmentId: string; readonly mailNumber: number }[];
  /** Where they go; null when there is none. */
  readonly documentsRecipient: string | null;
};

/** What one of several agencies receives. */
export type SubmissionShare = {
  readonly recipient: string;
  readonly agencyName: string;
  readonly performanceIds: readonly string[];
  readonly document: RenderedDocument;
};

/** What the service does of it: one step, or none where a person declares on the organism's own site. */
const channels: Readonly<Record<SeriesOrganism, { step: StepKind | null; document: string }>> = {
  SACEM: { step: 'sacem-mail', document: 'statement' },
  SACD: { step: 'sacd-declare', document: 'message' },
  CNM: { step: null, document: 'statement' },
  ASTP: { step: null, document: 'statement' },
};

/**
 * Stores a submission that will never change, its steps, and the job that does them, in the transaction of its caller. Without
 * any step, it is what a person has sent themselves: `transmit` then `deliver` at once.
 */
export async function freezeSubmission(
  tx: Transaction,
  frozen: SubmissionToFreeze,
  by: { organizationId: string; authorId: string; authorName: string; authorEmail: string; correlationId: string },
): Promise<{ id: string; number: number; state: DeclarationState }> {
  const { organizationId, authorId, authorName, authorEmail, correlationId } = by;
  const channel = channels[frozen.organism];
  const last = await tx.submission.aggregate({
    where: { declarationId: frozen.declarationId },
    _max: { number: true },
  });
  const submission = await tx.submission.create({
    data: {
      declarationId: frozen.declarationId,
      organizationId,
      organism: frozen.organism,
      state: channel.step ? 'sending' : 'sent',
      finishedAt: channel.step ? null : new Date(),
      number: (last._max.number ?? 0) + 1,
      payload: frozen.declaration,
      payloadSha256: toSha256(toCanonicalJson(frozen.declaration)),
      recipient: frozen.recipient,
      agencyName: frozen.agencyName,
      documentsRecipient: frozen.documentsRecipient,
      authorId,
      authorName,
      authorEmail,
      ...(frozen.shares.length === 0 && {
        documents: { create: { kind: channel.document, ...toRow(frozen.document) } },
        ...(channel.step && { steps: { create: { position: 0, kind: channel.step } } }),
      }),
    },
    select: { id: true, number: true, state: true },
  });
  const { step, document } = channel;
  if (step === null) return submission;
  for (const [position, share] of frozen.shares.entries()) {
    await storeShare(tx, submission.id, share, { position, step, document });
  }
  await freezeDocuments(tx, submission.id, frozen.documents);
  await enqueue(tx, runSubmissionJob, { submissionId: submission.id }, { correlationId });
  return submission;
}

async function storeShare(
  tx: Transaction,
  submissionId: string,
  { recipient, agencyName, performanceIds, document }: SubmissionShare,
  { position, step, document: kind }: { position: number; step: StepKind; document: string },
): Promise<void> {
  const { id: documentId } = await tx.submissionDocument.create({
    data: { submissionId, kind, position, ...toRow(document) },
    select: { id: true },
  });
  await tx.submissionStep.create({
    data: {
      submissionId,
      position,
      kind: step,
      recipient,
      agencyName,
      documentId,
      performanceIds: [...performanceIds],
    },
  });
}

function toRow({ filename, contentType, bytes }: RenderedDocument) {
  return { filename, contentType, bytes: new Uint8Array(bytes), sha256: toSha256(bytes) };
}
