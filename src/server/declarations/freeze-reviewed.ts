import 'server-only';
import { isBlocking } from '@/domain/declaration/issues';
import { isInFlight, isOpen, type LockedDeclaration } from '@/domain/declaration/lock';
import { AppError } from '@/domain/errors';
import { isTax, type SeriesOrganism } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { listReadyDocuments } from '@/server/attachments/list-ready-documents';
import { boundary } from '@/server/faults';
import { notify } from '@/server/realtime/notify';
import { toCanonicalJson } from '@/server/submissions/canonical-json';
import { closeCorrection } from '@/server/corrections/close-correction';
import { freezeSubmission, type SubmissionToFreeze } from '@/server/submissions/freeze-submission';
import { type Actor } from '@/server/trpc/context';
import { loadSeries } from './load-series';
import { planDocuments } from './plan-documents';
import { type PreparedDeclaration, prepareDeclarations } from './prepare-declaration';
import { toFingerprint } from './to-fingerprint';
import { toFrozen } from './to-frozen';
import { toPersonName } from './to-person-name';

/** A hundred megabytes of documents are copied in it, and a second click waits for the first. */
const patience = { maxWait: 10_000, timeout: 60_000 };

/** What a person saw and wants to leave. */
export type Reviewed<Chosen extends SeriesOrganism = SeriesOrganism> = {
  readonly seriesId: string;
  readonly version: number;
  readonly fingerprint?: string | undefined;
  readonly organisms: readonly Chosen[];
};

/** For what leaves without a person: its clock, and what must be true at the very moment it is stored (throws, and nothing is). */
type FreezeOptions = { readonly now?: Date; readonly beforeStoring?: (tx: Transaction) => Promise<void> };

type Wanted<Chosen> = { readonly organism: Chosen; readonly prepared: PreparedDeclaration };

/**
 * Freezes what was reviewed: everything is checked and rendered first, then one transaction checks that nothing moved and
 * stores a submission per organism, with the job that sends it where the service sends. All or nothing.
 */
export async function freezeReviewed<Chosen extends SeriesOrganism>(
  actor: Actor,
  input: Reviewed<Chosen>,
  { now = new Date(), beforeStoring }: FreezeOptions = {},
): Promise<readonly { readonly id: string; readonly organism: Chosen }[]> {
  const { db, organizationId, user } = actor;
  const loaded = await loadSeries(db, { organizationId, seriesId: input.seriesId });
  if (loaded.row.version !== input.version) throw new AppError('stale-version');
  const prepared = await prepareDeclarations(db, loaded, { user, now });
  const wanted = [...new Set(input.organisms)].map((organism) => findPrepared(prepared, organism));
  for (const one of wanted) refuseUnfit(one.prepared);
  if (input.fingerprint !== undefined && input.fingerprint !== toFingerprint(prepared)) {
    throw new AppError('stale-version', 'the figures moved since the review');
  }
  const frozen = await Promise.all(wanted.map(async (one) => ({ ...one, submission: await toFrozen(one.prepared) })));
  const submissions = await db.$transaction(async (tx) => {
    await checkNothingMoved(
      tx,
      organizationId,
      input,
      frozen.map(({ submission }) => submission),
    );
    await checkDocuments(tx, { organizationId, seriesId: input.seriesId }, wanted);
    await beforeStoring?.(tx);
    const created = [];
    for (const { organism, submission } of frozen) created.push({ id: await store(tx, actor, submission), organism });
    await notify(tx, { kind: 'series', organizationId, id: input.seriesId, by: toPersonName(user) });
    boundary('transmit.before-commit');
    return created;
  }, patience);
  boundary('transmit.committed');
  return submissions;
}

function findPrepared<Chosen extends SeriesOrganism>(
  prepared: readonly PreparedDeclaration[],
  organism: Chosen,
): Wanted<Chosen> {
  const found = prepared.find((candidate) => candidate.organism === organism);
  if (!found) throw new AppError('no-organism-chosen', 'not among the chosen ones', { organism });
  return { organism, prepared: found };
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

function refuseState(row: LockedDeclaration, organism: SeriesOrganism): void {
  if (isOpen(row)) return;
  const { state } = row;
  throw new AppError(isInFlight(state) ? 'already-being-sent' : 'already-accepted', state, { organism });
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
  const rows = await tx.declaration.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true, correctingSince: true },
  });
  for (const { declarationId, organism } of frozen) {
    const row = rows.find(({ id }) => id === declarationId);
    if (!row) throw new AppError('no-organism-chosen', 'left meanwhile', { organism });
    refuseState(row, organism);
  }
}

/** Documents move under the lock of their show, which is held: those that were reviewed are still the ones. */
async function checkDocuments(
  tx: Transaction,
  scope: { organizationId: string; seriesId: string },
  wanted: readonly Wanted<SeriesOrganism>[],
): Promise<void> {
  const ready = await listReadyDocuments(tx, scope);
  for (const { organism, documents } of wanted.map(({ prepared }) => prepared)) {
    const now = isTax(organism) ? [] : planDocuments(organism, ready).documents;
    if (toCanonicalJson(now) !== toCanonicalJson(documents)) throw new AppError('stale-version', 'documents moved');
  }
}

async function store(tx: Transaction, actor: Actor, frozen: SubmissionToFreeze): Promise<string> {
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
  await tx.declaration.update({
    where: { id: frozen.declarationId },
    data: {
      state: submission.state,
      correctingSince: null,
      correctingBy: null,
      changedSince: null,
      keptChange: null,
    },
  });
  await closeCorrection(tx, submission.id);
  await recordAudit(tx, {
    action: 'submission.created',
    organizationId,
    actor: { id: user.id, name: authorName },
    subject: submission.id,
    detail: { organism, number: submission.number },
  });
  await notify(tx, { kind: 'submission', organizationId, id: submission.id });
  return submission.id;
}
