import 'server-only';
import type * as z from 'zod/mini';
import { areSameFigures, type PerformanceFigures } from '@/domain/declaration/figures';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { refreshChanges } from '@/server/corrections/refresh-changes';
import { type Performance } from '@/server/db/generated/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { takeVersion } from '@/server/series/take-version';
import { toSearchText } from '@/server/series/to-search-text';
import { type Actor } from '@/server/trpc/context';
import { claimManualConnection } from './claim-manual-connection';
import { loadTypedShow } from './load-typed-show';
import { type saveShowInput, type saveShowOutput } from './save-show.schema';
import { toPerformanceData } from './to-performance-data';

type Input = z.infer<typeof saveShowInput>;

/** Lays a difference on top of the version it names, in one transaction whose queries do not grow with the performances. */
export async function saveShow(actor: Actor, input: Input): Promise<z.infer<typeof saveShowOutput>> {
  const { db, organizationId, user } = actor;
  const { seriesId } = input;
  const now = new Date();
  return db.$transaction(async (tx) => {
    await takeVersion(tx, { organizationId, seriesId, version: input.version });
    const { series, locked } = await loadTypedShow(tx, { organizationId, seriesId });
    if (locked) throw new AppError('declaration-locked');
    const known = new Set(series.performances.map(({ id }) => id));
    if (input.change.some(({ id }) => !known.has(id))) throw new AppError('stale-version', 'unknown performance');
    if (input.name !== undefined) {
      const data = { name: input.name, searchText: toSearchText(input.name) };
      await tx.series.update({ where: { id: seriesId }, data });
    }
    await tx.performance.createMany({
      data: input.add.map(({ key, performance }) => ({
        seriesId,
        remoteId: key,
        ...toPerformanceData(performance, now),
      })),
      skipDuplicates: true,
    });
    await changePerformances(tx, seriesId, input.change, now);
    await refreshSeriesSummary(tx, seriesId);
    await refreshChanges(tx, { organizationId, seriesId });
    if (haveFiguresMoved(series.performances, input)) await markFiguresMoved(tx, seriesId, now);
    await claimManualConnection(tx, organizationId, now);
    const by = toPersonName(user);
    await recordAudit(tx, {
      action: 'series.changed',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { added: input.add.length, changed: input.change.map(({ id }) => id), renamed: input.name !== undefined },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    return { version: input.version + 1 };
  });
}

/** A performance more, or other tickets or revenue; not a date alone. */
function haveFiguresMoved(stored: readonly Performance[], { add, change }: Input): boolean {
  if (add.length > 0) return true;
  const known = new Map(stored.map((row) => [row.id, row]));
  return change.some(({ id, performance }) => {
    const row = known.get(id);
    return row !== undefined && !areSameFigures(performance, toFigures(row));
  });
}

function toFigures(row: Performance): PerformanceFigures {
  return {
    includingTaxesCents: Number(row.importedIncludingCents),
    excludingTaxesCents: Number(row.importedExcludingCents),
    taxRateBp: row.importedTaxRateBp,
    paidTickets: row.importedPaidTickets,
    freeTickets: row.importedFreeTickets,
  };
}

async function changePerformances(
  tx: Transaction,
  seriesId: string,
  change: Input['change'],
  now: Date,
): Promise<void> {
  if (change.length === 0) return;
  const rows = JSON.stringify(change.map(({ id, performance }) => ({ id, ...performance })));
  await tx.$executeRaw`
    UPDATE "Performance" AS stored SET
      "startAt" = typed."startAt",
      "importedIncludingCents" = typed."includingTaxesCents",
      "importedExcludingCents" = typed."excludingTaxesCents",
      "importedTaxRateBp" = typed."taxRateBp",
      "importedPaidTickets" = typed."paidTickets",
      "importedFreeTickets" = typed."freeTickets",
      "importedAt" = ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS typed(
      id uuid, "startAt" timestamptz, "includingTaxesCents" bigint, "excludingTaxesCents" bigint, "taxRateBp" int,
      "paidTickets" int, "freeTickets" int)
    WHERE stored."seriesId" = ${seriesId}::uuid AND stored.id = typed.id`;
}
