import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import { seriesId, submissionId } from './given-declaration-page';

/** A declaration that the person entered on the site of the CNM, without an answer yet. */
export function givenSelfSentView(values: Partial<SubmissionView> = {}): SubmissionView {
  return givenSubmissionView({
    organism: 'CNM',
    state: 'sent',
    recipient: 'Espace professionnel du CNM, par vous',
    finishedAt: '2026-07-02T12:40:00.000Z',
    answers: [],
    steps: [],
    documents: [
      {
        id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e31',
        kind: 'statement',
        filename: 'Déclaration CNM - la-nuit-des-gardiens.pdf',
        contentType: 'application/pdf',
        sizeBytes: 24812,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        href: '#document',
      },
    ],
    ...values,
  });
}

/** A submission that SACD accepted. */
export function givenSubmissionView(values: Partial<SubmissionView> = {}): SubmissionView {
  return {
    id: submissionId,
    seriesId,
    period: null,
    seriesName: 'La Nuit des gardiens',
    organism: 'SACD',
    number: 1,
    state: 'accepted',
    recipient: 'Service en ligne de la SACD',
    agencyName: null,
    documentsRecipient: null,
    superseded: null,
    author: { name: 'Nolwenn Cadiou', email: 'nolwenn@phare-ouessant.test' },
    createdAt: '2026-07-02T12:40:00.000Z',
    finishedAt: '2026-07-02T12:40:09.000Z',
    payloadSha256: '6b1f0f3c9f7a4d2e8c5b1a09876543210fedcba9876543210fedcba987654321',
    message: null,
    errorCode: null,
    answers: [
      {
        performanceId: 'rep-1',
        startAt: '2026-06-26T18:30:00.000Z',
        status: 'ok',
        number: '778899',
        field: null,
        message: null,
      },
    ],
    steps: [
      {
        id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e31',
        kind: 'sacd-declare',
        recipient: null,
        agencyName: null,
        state: 'succeeded',
        attempts: 1,
        sendingAt: '2026-07-02T12:40:05.000Z',
        finishedAt: '2026-07-02T12:40:09.000Z',
        nextAttemptAt: null,
        errorCode: null,
        mail: null,
      },
      {
        id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e32',
        kind: 'receipt-mail',
        recipient: null,
        agencyName: null,
        state: 'succeeded',
        attempts: 1,
        sendingAt: '2026-07-02T12:40:11.000Z',
        finishedAt: '2026-07-02T12:40:12.000Z',
        nextAttemptAt: null,
        errorCode: null,
        mail: null,
      },
    ],
    documents: [
      {
        id: '7d0f9e54-9a3d-4a53-8f0e-0a5d6c1b2e31',
        kind: 'declaration',
        filename: 'Déclaration SACD - la-nuit-des-gardiens.xml',
        contentType: 'application/xml',
        sizeBytes: 4812,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        href: '#document',
      },
    ],
    resolution: null,
    ...values,
  };
}

export function givenSubmissionRow(values: Partial<SubmissionRow> = {}): SubmissionRow {
  return {
    id: submissionId,
    seriesId,
    seriesName: 'La Nuit des gardiens',
    organism: 'SACEM',
    number: 1,
    state: 'sent',
    recipient: 'brest@agences-sacem.test',
    authorName: 'Nolwenn Cadiou',
    createdAt: '2026-07-02T12:40:00.000Z',
    ...values,
  };
}
