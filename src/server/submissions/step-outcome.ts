import 'server-only';
import * as z from 'zod';
import { type DocumentType } from '@/domain/declaration/bounds';
import {
  type DeclarationEvent,
  type DeclarationState,
  type StepEvent,
  type StepState,
} from '@/domain/declaration/status';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type ErrorCode } from '@/domain/errors';
import { type Organism } from '@/domain/organism';
import type { stepKinds } from './get-submission.schema';

export type StepKind = (typeof stepKinds)[number];

/** What the organism said, as stored in `Submission.answers`. */
export const answersSchema = z.array(
  z.object({
    performanceId: z.string().nullable(),
    status: z.enum(['ok', 'warning', 'refused']),
    number: z.string().nullable(),
    field: z.string().nullable(),
    message: z.string().nullable(),
  }),
);
export type Answers = z.infer<typeof answersSchema>;

/** Facts kept with a step as proof and help. Never a key. */
export type StepProof = Readonly<Record<string, string | number | null>>;

/**
 * How one attempt ended.
 * - `delivered`: it left for good, no acknowledgement is expected soon; `accepted`: the organism said yes;
 * - `refused`: the organism said no;
 * - `not-received`: surely not received; tried again later when `retryable`;
 * - `unknown`: may have been received.
 */
export type StepOutcome = {
  readonly proof: StepProof;
  readonly answers?: Answers;
  /** The organism's own words. */
  readonly message?: string | null;
} & (
  | { readonly kind: 'delivered' | 'accepted' }
  | { readonly kind: 'refused' | 'unknown'; readonly errorCode: ErrorCode }
  | { readonly kind: 'not-received'; readonly errorCode: ErrorCode; readonly retryable: boolean }
);

export const stepEvents: Readonly<Record<StepOutcome['kind'], StepEvent>> = {
  delivered: 'succeed',
  accepted: 'succeed',
  refused: 'refuse',
  'not-received': 'fail',
  unknown: 'lose',
};

export const declarationEvents: Readonly<Record<StepOutcome['kind'], DeclarationEvent>> = {
  delivered: 'deliver',
  accepted: 'accept',
  refused: 'refuse',
  'not-received': 'fail',
  unknown: 'lose',
};

type FrozenDocument = {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** What a delivery is given: what was frozen, and nothing that may change. */
export type FrozenSubmission = {
  readonly id: string;
  readonly number: number;
  readonly organizationId: string;
  readonly organism: Organism;
  readonly state: DeclarationState;
  readonly createdAt: Date;
  readonly declaration: NeutralDeclaration;
  /** Of a corrective submission: what it changes, in lines of French. */
  readonly changes: readonly string[];
  readonly recipient: string;
  readonly agencyName: string | null;
  readonly author: { readonly name: string; readonly email: string };
  /** Outcome of the sending, for the mails that tell it. */
  readonly message: string | null;
  readonly errorCode: string | null;
  readonly answers: Answers;
  /** Of this step. */
  readonly document: FrozenDocument;
  /** What all its agencies are told, one for each; `document` alone for one recipient. */
  readonly statements: readonly FrozenDocument[];
  readonly documents: FrozenDocuments;
  /** Performances of the whole show, when this step tells some of them only. */
  readonly performancesOfShow: number | null;
  /** Where each agency stands, when there are several; empty otherwise. */
  readonly agencies: readonly { readonly recipient: string; readonly state: StepState }[];
};

/** The documents of the show, frozen with the submission. */
export type FrozenDocuments = {
  /** Address they go to; null when there is none. */
  readonly recipient: string | null;
  /** The mail of this step, from 1, and how many carry them all. */
  readonly mailNumber: number;
  readonly mailCount: number;
  /** Those of this mail. */
  readonly files: readonly (FrozenDocument & { readonly type: DocumentType })[];
  /** Whether every mail that carries some, but this one, left. */
  readonly areSent: boolean;
};

export type DeliveryHooks = {
  /** Stable over attempts, so that a mailbox shows one message. */
  readonly stepKey: string;
  /** To be awaited once everything is ready and before any byte leaves; when it throws, nothing may leave. */
  readonly beforeBytes: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** Does one attempt. It throws for errors of ours only: every behaviour of the outside world is an outcome. */
export type Deliver = (submission: FrozenSubmission, hooks: DeliveryHooks) => Promise<StepOutcome>;
export type Deliveries = Readonly<Record<StepKind, Deliver>>;
