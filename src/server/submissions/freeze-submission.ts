import 'server-only';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type TransmittableOrganism } from '@/domain/organism';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { toCanonicalJson, toSha256 } from './canonical-json';
import { runSubmissionJob } from './run-submission';
import { type StepKind } from './step-outcome';

/** All that leaves, and to whom: rendered before the transaction, from the version that it checks. */
export type SubmissionToFreeze = {
  readonly organism: TransmittableOrganism;
  readonly declarationId: string;
  readonly declaration: NeutralDeclaration;
  readonly document: { readonly filename: string; readonly contentType: string; readonly bytes: Uint8Array };
  readonly recipient: string;
  readonly agencyName: string | null;
  /** A letter that the person sends: it is sent as soon as it is kept, and nothing leaves from here. */
  readonly byLetter: boolean;
};

const channels: Readonly<Record<TransmittableOrganism, { step: StepKind; document: string }>> = {
  SACEM: { step: 'sacem-mail', document: 'statement' },
  SACD: { step: 'sacd-declare', document: 'message' },
};

const letter = { step: null, document: 'letter' };

/** Stores a submission that will never change, its steps, and the job that does them, in the transaction of its caller. */
export async function freezeSubmission(
  tx: Transaction,
  frozen: SubmissionToFreeze,
  by: { organizationId: string; authorId: string; authorName: string; authorEmail: string; correlationId: string },
): Promise<{ id: string; number: number }> {
  const { organizationId, authorId, authorName, authorEmail, correlationId } = by;
  const channel = frozen.byLetter ? letter : channels[frozen.organism];
  const last = await tx.submission.aggregate({
    where: { declarationId: frozen.declarationId },
    _max: { number: true },
  });
  const submission = await tx.submission.create({
    data: {
      declarationId: frozen.declarationId,
      organizationId,
      organism: frozen.organism,
      number: (last._max.number ?? 0) + 1,
      payload: frozen.declaration,
      payloadSha256: toSha256(toCanonicalJson(frozen.declaration)),
      recipient: frozen.recipient,
      ...(channel.step === null && { state: 'sent', finishedAt: new Date() }),
      agencyName: frozen.agencyName,
      authorId,
      authorName,
      authorEmail,
      documents: {
        create: {
          kind: channel.document,
          filename: frozen.document.filename,
          contentType: frozen.document.contentType,
          bytes: new Uint8Array(frozen.document.bytes),
          sha256: toSha256(frozen.document.bytes),
        },
      },
      ...(channel.step !== null && { steps: { create: { position: 0, kind: channel.step } } }),
    },
    select: { id: true, number: true },
  });
  if (channel.step !== null) {
    await enqueue(tx, runSubmissionJob, { submissionId: submission.id }, { correlationId });
  }
  return submission;
}
