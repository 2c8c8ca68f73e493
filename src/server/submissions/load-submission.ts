import 'server-only';
import { neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { AppError } from '@/domain/errors';
import { type Database } from '@/server/db/client';
import { type Prisma, type Submission, type SubmissionStep } from '@/server/db/generated/client';
import { replySchema, type SubmissionView } from './get-submission.schema';
import { resolutionSchema } from './resolution';
import { readStepDetail } from './step-detail';
import { answersSchema } from './step-outcome';
import { toStepKind } from './claim-step';

type Scope = { readonly organizationId: string; readonly submissionId: string };
type DocumentRow = Omit<SubmissionView['documents'][number], 'href'>;

const include = {
  steps: { orderBy: { position: 'asc' } },
  declaration: { select: { seriesId: true } },
} as const satisfies Prisma.SubmissionInclude;

/** A submission as its page shows it; the bytes of its documents stay where they are. `not-found` outside the structure. */
export async function loadSubmission(db: Database, { organizationId, submissionId }: Scope): Promise<SubmissionView> {
  const [row, documents] = await Promise.all([
    db.submission.findFirst({ where: { id: submissionId, organizationId }, include }),
    db.$queryRaw<DocumentRow[]>`
      SELECT d.id, d.kind, d.filename, d."contentType", octet_length(d.bytes) AS "sizeBytes", d.sha256
      FROM "SubmissionDocument" d JOIN "Submission" s ON s.id = d."submissionId"
      WHERE s.id = ${submissionId}::uuid AND s."organizationId" = ${organizationId}::uuid ORDER BY d.kind DESC`,
  ]);
  if (!row) throw new AppError('not-found');
  const declaration = neutralDeclarationSchema.parse(row.payload);
  const starts = new Map(declaration.performances.map(({ id, startAt }) => [id, startAt]));
  return {
    id: row.id,
    seriesId: row.declaration.seriesId,
    seriesName: declaration.series.name,
    ...toSummary(row),
    answers: answersSchema.parse(row.answers).map((answer) => ({
      ...answer,
      startAt: starts.get(answer.performanceId ?? '') ?? null,
    })),
    steps: row.steps.map(toStepView),
    documents: documents.map((document) => ({ ...document, href: `/api/documents/${document.id}` })),
    reply: row.reply === null ? null : replySchema.parse(row.reply),
    resolution: row.resolution === null ? null : resolutionSchema.parse(row.resolution),
  };
}

function toSummary(row: Submission) {
  return {
    organism: row.organism,
    number: row.number,
    state: row.state,
    recipient: row.recipient,
    agencyName: row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    payloadSha256: row.payloadSha256,
    message: row.message,
    errorCode: row.errorCode,
  };
}

function toStepView(step: SubmissionStep): SubmissionView['steps'][number] {
  return {
    kind: toStepKind(step.kind),
    state: step.state,
    attempts: step.attempts,
    sendingAt: step.sendingAt?.toISOString() ?? null,
    finishedAt: step.finishedAt?.toISOString() ?? null,
    nextAttemptAt: step.state === 'waiting' ? (readStepDetail(step.detail).nextAttemptAt ?? null) : null,
    errorCode: step.errorCode,
  };
}
