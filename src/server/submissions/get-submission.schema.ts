import * as z from 'zod/mini';
import { declarationStates } from '@/domain/declaration/status';
import { organisms } from '@/domain/organism';

export const submissionScope = z.object({ organizationId: z.uuid(), submissionId: z.uuid() });

/** Steps that send the declaration itself: their outcome is that of the submission. */
export const sendingStepKinds = ['sacem-mail', 'sacd-declare'] as const;
/** Mails that follow it with the documents of the show; what becomes of them changes nothing for the declaration. */
export const documentStepKinds = ['sacem-documents-mail', 'sacd-documents-mail'] as const;
export const stepKinds = [...sendingStepKinds, ...documentStepKinds, 'receipt-mail'] as const;

/** What a person may say of an outcome: of an unknown one, then of what they declared themselves. */
export const resolutionOutcomes = ['received', 'not-received', 'accepted', 'refused'] as const;

export const submissionViewSchema = z.object({
  id: z.uuid(),
  /** Null for what is declared by period. */
  seriesId: z.nullable(z.uuid()),
  /** A quarter, `2026-T2`; null for what is declared show by show. */
  period: z.nullable(z.string()),
  /** Name of the show or, by period, the period in words. */
  seriesName: z.string(),
  organism: z.enum(organisms),
  number: z.int(),
  state: z.enum(declarationStates),
  recipient: z.string(),
  agencyName: z.nullable(z.string()),
  /** Address that the documents of the show go to by mail, or null. */
  documentsRecipient: z.nullable(z.string()),
  /** What holds in its place: a later submission, or the one before when a correction was given up; null while it is the one. */
  superseded: z.nullable(z.enum(['by-later', 'given-up'])),
  author: z.object({ name: z.string(), email: z.string() }),
  createdAt: z.iso.datetime(),
  finishedAt: z.nullable(z.iso.datetime()),
  payloadSha256: z.string(),
  message: z.nullable(z.string()),
  errorCode: z.nullable(z.string()),
  /** What the organism answered, per performance, in its own words. */
  answers: z.array(
    z.object({
      performanceId: z.nullable(z.string()),
      startAt: z.nullable(z.iso.datetime()),
      status: z.enum(['ok', 'warning', 'refused']),
      number: z.nullable(z.string()),
      field: z.nullable(z.string()),
      message: z.nullable(z.string()),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(stepKinds),
      /** When the submission goes to several agencies: the one of this step; null otherwise. */
      recipient: z.nullable(z.string()),
      agencyName: z.nullable(z.string()),
      state: z.enum(['waiting', 'running', 'succeeded', 'refused', 'failed', 'unknown']),
      attempts: z.int(),
      sendingAt: z.nullable(z.iso.datetime()),
      finishedAt: z.nullable(z.iso.datetime()),
      /** While it waits to be tried again by itself. */
      nextAttemptAt: z.nullable(z.iso.datetime()),
      errorCode: z.nullable(z.string()),
      /** Which mail of documents, from 1, and how many there are in all; null for other steps. */
      mail: z.nullable(z.object({ number: z.int(), count: z.int() })),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      filename: z.string(),
      contentType: z.string(),
      sizeBytes: z.int(),
      sha256: z.string(),
      href: z.string(),
    }),
  ),
  resolution: z.nullable(
    z.object({ by: z.string(), at: z.iso.datetime(), outcome: z.enum(resolutionOutcomes), note: z.string() }),
  ),
});
export type SubmissionView = z.infer<typeof submissionViewSchema>;

/** An unknown outcome is settled by a person who checked: received = as accepted, not received = the form opens again. */
export const resolveSubmissionInput = z.object({
  organizationId: z.uuid(),
  submissionId: z.uuid(),
  /** The sending concerned, when several agencies are told; all unknown ones without it. */
  stepId: z.optional(z.uuid()),
  outcome: z.enum(['received', 'not-received']),
  note: z.string().check(z.trim(), z.maxLength(1000)),
});
