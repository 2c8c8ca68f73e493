import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { AppError } from '@/domain/errors';
import { type Database } from '@/server/db/client';
import { type Prisma, type Submission, type SubmissionStep } from '@/server/db/generated/client';
import { formatPeriod } from '@/i18n/format-quarter';
import { readPayload } from './read-payload';
import { type SubmissionView } from './get-submission.schema';
import { resolutionSchema } from './resolution';
import { readStepDetail } from './step-detail';
import { answersSchema } from './step-outcome';
import { toStepKind } from './claim-step';

type Scope = { readonly organizationId: string; readonly submissionId: string };
type DocumentRow = Omit<SubmissionView['documents'][number], 'href'>;

const include = {
  steps: { orderBy: { position: 'asc' } },
  documents: { where: { kind: 'attachment' }, select: { mailNumber: true } },
  declaration: {
    select: {
      seriesId: true,
      period: true,
      state: true,
      submissions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
} as const satisfies Prisma.SubmissionInclude;

/** A submission as its page shows it; the bytes of its documents stay where they are. `not-found` outside the structure. */
export async function loadSubmission(db: Database, { organizationId, submissionId }: Scope): Promise<SubmissionView> {
  const [row, documents] = await Promise.all([
    db.submission.findFirst({ where: { id: submissionId, organizationId }, include }),
    db.$queryRaw<DocumentRow[]>`
      SELECT d.id, d.kind, d.filename, d."contentType", octet_length(d.bytes) AS "sizeBytes", d.sha256
      FROM "SubmissionDocument" d JOIN "Submission" s ON s.id = d."submissionId"
      WHERE s.id = ${submissionId}::uuid AND s."organizationId" = ${organizationId}::uuid
      ORDER BY d.kind = 'attachment', d.position`,
  ]);
  if (!row) throw new AppError('not-found');
  const { seriesId, period } = row.declaration;
  const declarations = readPayload(row.payload);
  const starts = new Map(
    declarations.flatMap(({ performances }) => performances.map(({ id, startAt }) => [id, startAt] as const)),
  );
  return {
    id: row.id,
    seriesId,
    period,
    seriesName: period === null ? (declarations[0]?.series.name ?? '') : formatPeriod(period),
    ...toSummary(row),
    superseded: toSuperseded(row),
    answers: answersSchema.parse(row.answers).map((answer) => ({
      ...answer,
      startAt: starts.get(answer.performanceId ?? '') ?? null,
    })),
    steps: row.steps.map((step) => toStepView(step, countMails(row.documents))),
    documents: documents.map((document) => ({ ...document, href: `/api/documents/${document.id}` })),
    resolution: row.resolution === null ? null : resolutionSchema.parse(row.resolution),
  };
}

function toSuperseded({
  number,
  state,
  declaration,
}: Prisma.SubmissionGetPayload<{ include: typeof include }>): SubmissionView['superseded'] {
  const last = declaration.submissions[0]?.number ?? number;
  if (last > number) return 'by-later';
  return !isReceived(state) && isReceived(declaration.state) ? 'given-up' : null;
}

function toSummary(row: Submission) {
  return {
    organism: row.organism,
    number: row.number,
    state: row.state,
    recipient: row.recipient,
    agencyName: row.agencyName,
    documentsRecipient: row.documentsRecipient,
    author: { name: row.authorName, email: row.authorEmail },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    payloadSha256: row.payloadSha256,
    message: row.message,
    errorCode: row.errorCode,
  };
}

function toStepView(step: SubmissionStep, mailCount: number): SubmissionView['steps'][number] {
  const { mailNumber, nextAttemptAt } = readStepDetail(step.detail);
  return {
    id: step.id,
    kind: toStepKind(step.kind),
    recipient: step.recipient,
    agencyName: step.agencyName,
    state: step.state,
    attempts: step.attempts,
    sendingAt: step.sendingAt?.toISOString() ?? null,
    finishedAt: step.finishedAt?.toISOString() ?? null,
    nextAttemptAt: step.state === 'waiting' ? (nextAttemptAt ?? null) : null,
    errorCode: step.errorCode,
    mail: mailNumber === undefined ? null : { number: mailNumber, count: mailCount },
  };
}

function countMails(documents: readonly { mailNumber: number | null }[]): number {
  return Math.max(0, ...documents.map(({ mailNumber }) => mailNumber ?? 0));
}
