import 'server-only';
import type * as z from 'zod/mini';
import { type RenderedDocument } from '@/declarations/organism';
import { canCorrect, type DeclarationState, nextDeclarationState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { nextQuarter, quarterDeadline, startOfQuarter } from '@/domain/quarter';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';
import { type Actor } from '@/server/trpc/context';
import { findQuarterDeclaration } from './find-quarter-declaration';
import { loadQuarter, type LoadedQuarter } from './load-quarter';
import { type markDeclaredInput, type markDeclaredOutput } from './quarter.schema';
import { renderQuarter } from './render-quarter';

/** Where the person uploaded it, as the submission keeps it. */
const recipient = 'Portail SIBIL du ministère de la Culture';

/**
 * Keeps for good the file that a person uploaded on SIBIL's site. The same file said twice (a double click, two tabs) is one
 * submission; another one after that is a corrective submission. Errors: `declaration-incomplete` while something is missing or
 * the quarter runs, `stale-version` when the figures no longer give the file that was downloaded.
 */
export async function markDeclared(
  actor: Actor,
  { period, sha256 }: z.infer<typeof markDeclaredInput>,
): Promise<z.infer<typeof markDeclaredOutput>> {
  const { db, organizationId, user } = actor;
  const now = new Date();
  const loaded = await loadQuarter(actor, period, now);
  const document = renderQuarter(loaded, now);
  if (now < startOfQuarter(nextQuarter(loaded.quarter))) {
    throw new AppError('declaration-incomplete', 'the quarter is not over');
  }
  if (!document) throw new AppError('declaration-incomplete', 'something is missing in the quarter');
  if (toSha256(document.bytes) !== sha256) throw new AppError('stale-version', 'the file is not the one downloaded');
  return db.$transaction(async (tx) => {
    const { id, state, last } = await takeDeclaration(tx, { organizationId, period, loaded });
    const isSame = last?.documents.some((sent) => sent.sha256 === sha256) ?? false;
    if (last && isSame && canCorrect(state)) return { submissionId: last.id, number: last.number };
    const next = toDeclaredState(state);
    const submission = await freeze(tx, actor, {
      declarationId: id,
      number: (last?.number ?? 0) + 1,
      loaded,
      document,
      period,
    });
    await tx.declaration.update({ where: { id }, data: { state: next } });
    await recordAudit(tx, {
      action: 'submission.sent',
      organizationId,
      actor: { id: user.id, name: toPersonName(user) },
      subject: submission.id,
      detail: { organism: 'SIBIL', period, number: submission.number },
    });
    await notify(tx, { kind: 'submission', organizationId, id: submission.id });
    return { submissionId: submission.id, number: submission.number };
  });
}

/** The declaration of the quarter, made if there is none, held until the end: of two clicks, the second sees the first. */
async function takeDeclaration(
  tx: Transaction,
  { organizationId, period, loaded }: { organizationId: string; period: string; loaded: LoadedQuarter },
) {
  const { dueAt } = quarterDeadline(loaded.quarter);
  await tx.declaration.createMany({
    data: { organizationId, organism: 'SIBIL', period, dueAt },
    skipDuplicates: true,
  });
  await tx.$queryRaw`
    SELECT id FROM "Declaration" WHERE "organizationId" = ${organizationId}::uuid AND organism = 'SIBIL' AND period = ${period}
    FOR UPDATE`;
  const declaration = await findQuarterDeclaration(tx, { organizationId, period });
  if (!declaration) throw new AppError('internal', 'the declaration of the quarter vanished');
  return { id: declaration.id, state: declaration.state, last: declaration.submissions[0] ?? null };
}

/** Sent and delivered at once: nothing is in between for us, the person did both. */
function toDeclaredState(state: DeclarationState): DeclarationState {
  const sending = nextDeclarationState(state, canCorrect(state) ? 'correct' : 'transmit');
  const sent = sending && nextDeclarationState(sending, 'deliver');
  if (!sent) throw new AppError('already-being-sent', state);
  return sent;
}

type ToFreeze = {
  readonly declarationId: string;
  readonly number: number;
  readonly loaded: LoadedQuarter;
  readonly document: RenderedDocument;
  readonly period: string;
};

async function freeze(
  tx: Transaction,
  { organizationId, user }: Actor,
  { declarationId, number, loaded, document, period }: ToFreeze,
) {
  const payload = { period, declarations: [...loaded.declarations] };
  return tx.submission.create({
    data: {
      declarationId,
      organizationId,
      organism: 'SIBIL',
      number,
      state: 'sent',
      payload,
      payloadSha256: toSha256(toCanonicalJson(payload)),
      recipient,
      authorId: user.id,
      authorName: toPersonName(user),
      authorEmail: user.email,
      finishedAt: new Date(),
      documents: {
        create: {
          kind: 'statement',
          filename: document.filename,
          contentType: document.contentType,
          bytes: new Uint8Array(document.bytes),
          sha256: toSha256(document.bytes),
        },
      },
    },
    select: { id: true, number: true },
  });
}
