import 'server-only';
import type * as z from 'zod/mini';
import { organismModules } from '@/declarations/registry';
import { isBlocking } from '@/domain/declaration/issues';
import { isInFlight, isOpen, type LockedDeclaration } from '@/domain/declaration/lock';
import { AppError } from '@/domain/errors';
import { type TransmittableOrganism } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { boundary } from '@/server/faults';
import { notify } from '@/server/realtime/notify';
import { freezeSubmission, type SubmissionToFreeze } from '@/server/submissions/freeze-submission';
import { type Actor } from '@/server/trpc/context';
import { loadSeries } from './load-series';
import { type PreparedDeclaration, prepareDeclarations } from './prepare-declaration';
import { toFingerprint } from './to-fingerprint';
import { toPersonName } from './to-person-name';
import { type transmitDeclarationInput, type transmitDeclarationOutput } from './transmit-declaration.schema';
import { toRecipient } from './to-recipient';

/**
 * Sends what was reviewed: everything is checked and rendered first, then one transaction checks that nothing moved and
 * freezes a submission per organism with the job that sends it. All or nothing.
 */
export async function transmitDeclaration(
  actor: Actor,
  input: z.infer<typeof transmitDeclarationInput>,
): Promise<z.infer<typeof transmitDeclarationOutput>> {
  const { db, organizationId, user } = actor;
  const loaded = await loadSeries(db, { organizationId, seriesId: input.seriesId });
  if (loaded.row.version !== input.version) throw new AppError('stale-version');
  const prepared = await prepareDeclarations(db, loaded, { user, now: new Date() });
  const wanted = [...new Set(input.organisms)].map((organism) => findPrepared(prepared, organism));
  wanted.forEach(refuseUnfit);
  if (input.fingerprint !== undefined && input.fingerprint !== toFingerprint(prepared)) {
    throw new AppError('stale-version', 'the figures moved since the review');
  }
  const frozen = await Promise.all(wanted.map(toFrozen));
  const submissions = await db.$transaction(async (tx) => {
    await checkNothingMoved(tx, organizationId, input, frozen);
    const created = [];
    for (const submission of frozen) created.push(await store(tx, actor, submission));
    await notify(tx, { kind: 'series', organizationId, id: input.seriesId, by: toPersonName(user) });
    boundary('transmit.before-commit');
    return created;
  });
  boundary('transmit.committed');
  return { submissions };
}

function findPrepared(prepared: readonly PreparedDeclaration[], organism: TransmittableOrganism): PreparedDeclaration {
  const found = prepared.find((candidate) => candidate.organism === organism);
  if (!found) throw new AppError('no-organism-chosen', 'not among the chosen ones', { organism });
  return found;
}

/** Throws the first reason why this declaration cannot leave now. */
function refuseUnfit({ organism, row, declaration, issues, byLetter }: PreparedDeclaration): void {
  refuseState(row, organism);
  if (byLetter) throw new AppError('already-accepted', 'corrected by letter', { organism });
  if (declaration.performances.length === 0) throw new AppError('no-performance', 'nothing to declare', { organism });
  const blocking = issues.filter(isBlocking);
  const [first] = blocking;
  if (!first) return;
  const code = blocking.every((issue) => issue.code === 'no-agency') ? 'agency-not-found' : 'declaration-incomplete';
  throw new AppError(code, `${first.code} at ${first.field}`, {
    organism,
    field: first.field,
    performanceId: first.performanceId ?? null,
    count: blocking.length,
  });
}

function refuseState(row: LockedDeclaration, organism: TransmittableOrganism): void {
  if (isOpen(row)) return;
  const { state } = row;
  throw new AppError(isInFlight(state) ? 'already-being-sent' : 'already-accepted', state, { organism });
}

async function toFrozen({ organism, row, declaration, agency }: PreparedDeclaration): Promise<SubmissionToFreeze> {
  return {
    organism,
    declarationId: row.id,
    declaration,
    document: await organismModules[organism].render(declaration),
    recipient: toRecipient(organism, agency).address,
    agencyName: agency?.name ?? null,
    byLetter: false,
  };
}

/** Holds the show and its declarations until the end: of two transmissions at once, the second finds the first one's state. */
async function checkNothingMoved(
  tx: Transaction,
  organizationId: string,
  { seriesId, version }: { seriesId: string; version: number },
  frozen: readonly SubmissionToFreeze[],
): Promise<void> {
  const [series] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM "Series" WHERE id = ${seriesId}::uuid AND "organizationId" = ${organizationId}::uuid FOR UPDATE`;
  if (series?.version !== version) throw new AppError('stale-version');
  const ids = frozen.map(({ declarationId }) => declarationId);
  await tx.$queryRaw`SELECT id FROM "Declaration" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.declaration.findMany({ where: { id: { in: ids } }, select: { id: true, state: true, correctingSince: true } });
  for (const { declarationId, organism } of frozen) {
    const row = rows.find(({ id }) => id === declarationId);
    if (!row) throw new AppError('no-organism-chosen', 'left meanwhile', { organism });
    refuseState(row, organism);
  }
}

async function store(tx: Transaction, actor: Actor, frozen: SubmissionToFreeze) {
  const { organizationId, user, correlationId } = actor;
  const { organism } = frozen;
  const authorName = toPersonName(user);
  const submission = await freezeSubmission(tx, frozen, {
    organizationId,
    authorId: user.id,
    authorName,
    authorEmail: user.email,
    correlationId,
  });
  await tx.declaration.update({ where: { id: frozen.declarationId }, data: { state: 'sending', correctingSince: null, correctingBy: null, keptChange: null } });
  await recordAudit(tx, {
    action: 'submission.created',
    organizationId,
    actor: { id: user.id, name: authorName },
    subject: submission.id,
    detail: { organism, number: submission.number },
  });
  await notify(tx, { kind: 'submission', organizationId, id: submission.id });
  return { id: submission.id, organism };
}
