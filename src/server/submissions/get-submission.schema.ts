import * as z from 'zod/mini';
import { declarationStates } from '@/domain/declaration/status';
import { centsSchema } from '@/domain/declaration/neutral';
import { organisms } from '@/domain/organism';

export const submissionScope = z.object({ organizationId: z.uuid(), submissionId: z.uuid() });

export const stepKinds = ['sacem-mail', 'sacd-declare', 'receipt-mail'] as const;

/** What an organism answered to a declaration that a person sent themselves, as that person says it. */
export const replySchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(['accepted', 'refused']),
  /** Number of its notice, and the amount on it in cents; null when not given. */
  noticeNumber: z.nullable(z.string()),
  noticeCents: z.nullable(centsSchema),
  /** Why it refused; empty when it accepted. */
  reason: z.string(),
});

export const submissionViewSchema = z.object({
  id: z.uuid(),
  seriesId: z.uuid(),
  seriesName: z.string(),
  organism: z.enum(organisms),
  number: z.int(),
  state: z.enum(declarationStates),
  recipient: z.string(),
  agencyName: z.nullable(z.string()),
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
      kind: z.enum(stepKinds),
      state: z.enum(['waiting', 'running', 'succeeded', 'refused', 'failed', 'unknown']),
      attempts: z.int(),
      sendingAt: z.nullable(z.iso.datetime()),
      finishedAt: z.nullable(z.iso.datetime()),
      /** While it waits to be tried again by itself. */
      nextAttemptAt: z.nullable(z.iso.datetime()),
      errorCode: z.nullable(z.string()),
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
    z.object({ by: z.string(), at: z.iso.datetime(), outcome: z.enum(['received', 'not-received']), note: z.string() }),
  ),
  reply: z.nullable(replySchema),
});
export type SubmissionView = z.infer<typeof submissionViewSchema>;

/** An unknown outcome is settled by a person who checked: received = as accepted, not received = the form opens again. */
export const resolveSubmissionInput = z.object({
  organizationId: z.uuid(),
  submissionId: z.uuid(),
  outcome: z.enum(['received', 'not-received']),
  note: z.string().check(z.trim(), z.maxLength(1000)),
});
