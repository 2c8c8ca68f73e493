import 'server-only';
import type * as z from 'zod/mini';
import { haveFiguresMoved } from '@/domain/automation/figures-moved';
import { type Draft, type DraftPatch } from '@/domain/declaration/draft';
import { type Venue } from '@/domain/declaration/neutral';
import { isFormLocked } from '@/domain/declaration/lock';
import { planSave } from '@/domain/declaration/plan-save';
import { findSaveFaults } from '@/domain/declaration/save-faults';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { takeVersion } from '@/server/series/take-version';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { type Actor } from '@/server/trpc/context';
import { loadSeries } from './load-series';
import { refreshChanges } from '@/server/corrections/refresh-changes';
import { type saveDeclarationInput, type saveDeclarationOutput } from './save-declaration.schema';
import { listVenueIds, removeUnusedVenues, storeVenues, toVenueKey } from './store-venues';
import { toPersonName } from './to-person-name';
import { writePerformances } from './write-performances';
import { writeSeries } from './write-series';

/**
 * Lays a difference on top of the version it names. One transaction, and a number of queries that does not depend on the
 * number of performances. Two saves of one show run one after the other: the second finds a newer version and is told.
 */
export async function saveDeclaration(
  actor: Actor,
  input: z.infer<typeof saveDeclarationInput>,
): Promise<z.infer<typeof saveDeclarationOutput>> {
  const { db, organizationId, user } = actor;
  return db.$transaction(async (tx) => {
    await takeVersion(tx, { organizationId, seriesId: input.seriesId, version: input.version });
    const { row, draft, declarations } = await loadSeries(tx, { organizationId, seriesId: input.seriesId });
    if (isFormLocked(declarations)) throw new AppError('declaration-locked');
    const by = toPersonName(user);
    const plan = planSave(draft, input.patch, { by, at: new Date().toISOString() });
    refuseFaults(plan.draft, input.patch);
    const before = listVenueIds(row);
    const wanted = listVenues(plan.draft);
    const venues = await storeVenues(tx, organizationId, before, wanted);
    await writeSeries(tx, row.id, input.patch.series, venues);
    await writePerformances(tx, row.id, plan.changed, venues);
    // Whether a performance that is gone is declared depends on what people say of it.
    if (plan.changed.some(({ gone }) => gone)) await refreshSeriesSummary(tx, row.id);
    if (haveFiguresMoved(draft, plan.draft)) await markFiguresMoved(tx, row.id, new Date());
    const kept = new Set(wanted.map(toVenueKey));
    const left = [...before].flatMap(([key, id]) => (kept.has(key) ? [] : [id]));
    await removeUnusedVenues(tx, organizationId, left);
    await writeIdentifiers(tx, actor, draft, plan.draft);
    if (plan.correctedIds.length > 0) {
      await recordAudit(tx, {
        action: 'declaration.figures-corrected',
        organizationId,
        actor: { id: user.id, name: by },
        subject: row.id,
        detail: { performances: plan.correctedIds },
      });
    }
    await refreshChanges(tx, { organizationId, seriesId: row.id });
    await notify(tx, { kind: 'series', organizationId, id: row.id, by });
    const saved = await tx.series.findUniqueOrThrow({
      where: { id: row.id },
      select: { version: true, updatedAt: true },
    });
    return { version: saved.version, savedAt: saved.updatedAt.toISOString() };
  });
}

function refuseFaults(draft: Draft, patch: DraftPatch): void {
  const known = new Set(draft.performances.map(({ id }) => id));
  const stranger = patch.performances?.find(({ id }) => !known.has(id));
  if (stranger)
    throw new AppError('invalid-input', 'unknown performance', { field: 'performances', code: 'not-found' });
  const [fault] = findSaveFaults(draft, patch);
  if (!fault) return;
  throw new AppError('invalid-input', `${fault.code} at ${fault.field}`, {
    field: fault.field,
    code: fault.code,
    performanceId: fault.performanceId ?? null,
  });
}

/** Every venue of the show: its own, and those of performances played elsewhere. */
function listVenues({ series, performances }: Draft): Venue[] {
  return [series.venue, ...performances.map(({ overrides }) => overrides.venue)].filter((venue) => venue !== null);
}

/** The structure's answers are typed on the page of a show and kept for all its shows. */
async function writeIdentifiers(tx: Transaction, actor: Actor, before: Draft, after: Draft): Promise<void> {
  const [from, to] = [pickAnswers(before), pickAnswers(after)];
  if (from.sacemId === to.sacemId && from.sacdId === to.sacdId && from.isSubsidised === to.isSubsidised) return;
  await tx.organization.update({ where: { id: actor.organizationId }, data: to });
  await recordAudit(tx, {
    action: 'organization.identifiers-changed',
    organizationId: actor.organizationId,
    actor: { id: actor.user.id, name: toPersonName(actor.user) },
    subject: actor.organizationId,
    detail: { from, to },
  });
}

function pickAnswers({ organization: { sacemId, sacdId, isSubsidised } }: Draft) {
  return { sacemId, sacdId, isSubsidised };
}
