import 'server-only';
import { type ConnectorWarning } from '@/connectors/connector';
import { type RemoteSeries, type TicketingSource } from '@/domain/ticketing/model';
import { listSeriesChanges } from '@/domain/ticketing/changes';
import { type MergePlan, type PerformanceUpdate, planMerge } from '@/domain/ticketing/merge';
import { type Database, type Transaction } from '@/server/db/client';
import { refreshChanges } from '@/server/corrections/refresh-changes';
import { notify } from '@/server/realtime/notify';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { toSearchText } from '@/server/series/to-search-text';
import { recordChanges } from './record-changes';

/** The run that writes, and where its series belong. */
export type StoringRun = {
  readonly id: string;
  readonly connectionId: string;
  readonly organizationId: string;
  readonly system: TicketingSource;
  readonly remoteAccount: string;
};

/** `stopped`: the run is over (disconnected, ended elsewhere), nothing was written. `already-stored`: by another worker. */
export type StoreOutcome = 'stored' | 'already-stored' | 'stopped';

/**
 * Writes one series, whole, in one short transaction, together with its mark on the run: cut anywhere, either both are there
 * or neither. Only imported figures and dates are written; corrections, overrides and side revenue belong to people.
 */
export async function storeSeries(
  db: Database,
  run: StoringRun,
  remote: RemoteSeries,
  tickets: number,
  now: Date,
): Promise<StoreOutcome> {
  return db.$transaction((tx) => storeSeriesIn(tx, run, remote, tickets, now), { timeout: 30_000, maxWait: 10_000 });
}

/** The same in a transaction that does more. */
export async function storeSeriesIn(
  tx: Transaction,
  run: StoringRun,
  remote: RemoteSeries,
  tickets: number,
  now: Date,
): Promise<StoreOutcome> {
  const outcome = await lockRun(tx, run.id, remote.id);
  if (outcome !== 'stored') return outcome;
  const series = await upsertSeries(tx, run, remote);
  const stored = await loadPerformances(tx, series.id);
  const plan = planMerge(remote, stored);
  await writePerformances(tx, series.id, plan, now);
  await recordChanges(tx, run.id, series.id, listSeriesChanges(plan, stored, series));
  const changes = plan.create.length + plan.update.length + plan.gone.length;
  if (changes > 0) await refreshSeriesSummary(tx, series.id);
  if (haveFiguresMoved(plan)) await markFiguresMoved(tx, series.id, now);
  if (changes > 0 || series.changed) {
    await refreshChanges(tx, { organizationId: run.organizationId, seriesId: series.id });
  }
  if (changes > 0 || series.changed) {
    await notify(tx, { kind: 'series', organizationId: run.organizationId, id: series.id, by: null });
  }
  await tx.synchronizationRun.update({
    where: { id: run.id },
    data: {
      heartbeatAt: new Date(),
      seriesDone: { increment: 1 },
      performancesDone: { increment: remote.performances.length },
      ticketsDone: { increment: tickets },
      doneSeriesIds: { push: remote.id },
      newSeries: { increment: Number(series.created) },
      newPerformances: { increment: plan.create.length },
      changedFigures: { increment: plan.update.filter((update) => update.figuresChanged).length },
      gonePerformances: { increment: plan.gone.length },
    },
  });
  return outcome;
}

/** A date that moves alone is no figure. */
function haveFiguresMoved({ create, update, gone }: MergePlan): boolean {
  return create.length + gone.length > 0 || update.some(({ figuresChanged, returned }) => figuresChanged || returned);
}

/** The row of the run is the lock of its writes: a worker taken for dead that wakes up writes nothing twice. */
async function lockRun(tx: Transaction, runId: string, remoteId: string): Promise<StoreOutcome> {
  const [row] = await tx.$queryRaw<{ running: boolean; done: boolean }[]>`
    SELECT state = 'running' AS running, ${remoteId} = ANY("doneSeriesIds") AS done
    FROM "SynchronizationRun" WHERE id = ${runId}::uuid FOR UPDATE`;
  if (!row?.running) return 'stopped';
  return row.done ? 'already-stored' : 'stored';
}

async function upsertSeries(
  tx: Transaction,
  run: StoringRun,
  remote: RemoteSeries,
): Promise<{ id: string; created: boolean; changed: boolean }> {
  const identity = {
    organizationId: run.organizationId,
    system: run.system,
    remoteAccount: run.remoteAccount,
    remoteId: remote.id,
  };
  const name = toStorable(remote.name);
  const data = { name, searchText: toSearchText(name), connectionId: run.connectionId };
  const [created] = await tx.series.createManyAndReturn({
    data: [{ ...identity, ...data }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) return { id: created.id, created: true, changed: true };
  // The same lock as a person's save: the two take turns.
  const [known] = await tx.$queryRaw<{ id: string; name: string; searchText: string; connectionId: string | null }[]>`
    SELECT id, name, "searchText", "connectionId" FROM "Series"
    WHERE "organizationId" = ${identity.organizationId}::uuid AND system = ${identity.system}::"TicketingSource"
      AND "remoteAccount" = ${identity.remoteAccount} AND "remoteId" = ${identity.remoteId} FOR UPDATE`;
  if (!known) throw new Error('a series that could not be inserted cannot be found');
  const changed =
    known.name !== data.name || known.searchText !== data.searchText || known.connectionId !== data.connectionId;
  if (changed) await tx.series.update({ where: { id: known.id }, data });
  return { id: known.id, created: false, changed };
}

/** PostgreSQL refuses the NUL character and halves of surrogate pairs; everything else of a title is kept. */
function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

async function loadPerformances(tx: Transaction, seriesId: string) {
  const rows = await tx.performance.findMany({ where: { seriesId } });
  return rows.map((row) => ({
    remoteId: row.remoteId,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt?.toISOString() ?? null,
    goneAt: row.goneAt?.toISOString() ?? null,
    imported: {
      includingTaxesCents: Number(row.importedIncludingCents),
      excludingTaxesCents: Number(row.importedExcludingCents),
      taxRateBp: row.importedTaxRateBp,
      paidTickets: row.importedPaidTickets,
      freeTickets: row.importedFreeTickets,
    },
  }));
}

/** Three statements at most, whatever the number of performances. */
async function writePerformances(tx: Transaction, seriesId: string, plan: MergePlan, now: Date): Promise<void> {
  if (plan.create.length > 0) {
    await tx.performance.createMany({
      data: plan.create.map((performance) => ({
        seriesId,
        remoteId: performance.id,
        startAt: performance.startAt,
        endAt: performance.endAt,
        importedIncludingCents: performance.includingTaxesCents,
        importedExcludingCents: performance.excludingTaxesCents,
        importedTaxRateBp: performance.taxRateBp,
        importedPaidTickets: performance.paidTickets,
        importedFreeTickets: performance.freeTickets,
        importedAt: now,
      })),
    });
  }
  if (plan.update.length > 0) await updatePerformances(tx, seriesId, plan.update, now);
  if (plan.gone.length > 0) {
    await tx.performance.updateMany({
      where: { seriesId, remoteId: { in: [...plan.gone] } },
      data: { goneAt: now },
    });
  }
}

async function updatePerformances(
  tx: Transaction,
  seriesId: string,
  updates: readonly PerformanceUpdate[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(updates.map((update) => update.performance));
  await tx.$executeRaw`
    UPDATE "Performance" AS stored SET
      "startAt" = remote."startAt",
      "endAt" = remote."endAt",
      "importedIncludingCents" = remote."includingTaxesCents",
      "importedExcludingCents" = remote."excludingTaxesCents",
      "importedTaxRateBp" = remote."taxRateBp",
      "importedPaidTickets" = remote."paidTickets",
      "importedFreeTickets" = remote."freeTickets",
      "importedAt" = ${now},
      "goneAt" = NULL,
      "keptWhenGone" = NULL
    FROM jsonb_to_recordset(${rows}::jsonb) AS remote(
      id text, "startAt" timestamptz, "endAt" timestamptz, "includingTaxesCents" bigint, "excludingTaxesCents" bigint,
      "taxRateBp" int, "paidTickets" int, "freeTickets" int)
    WHERE stored."seriesId" = ${seriesId}::uuid AND stored."remoteId" = remote.id`;
}

/** Notes what the user should read, each once, however many times a resumed run meets it. */
export async function storeWarning(db: Database, runId: string, warning: ConnectorWarning): Promise<void> {
  const entry = JSON.stringify([{ code: warning.code, detail: toStorable(warning.detail).slice(0, 500) }]);
  await db.$executeRaw`
    UPDATE "SynchronizationRun" SET warnings = warnings || ${entry}::jsonb
    WHERE id = ${runId}::uuid AND state = 'running' AND NOT warnings @> ${entry}::jsonb AND jsonb_array_length(warnings) < 200`;
}
