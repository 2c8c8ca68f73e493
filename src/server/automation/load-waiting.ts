import 'server-only';
import { isStill } from '@/domain/automation/stillness';
import { isTicketingSystem } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { findDeadline } from '@/server/series/find-deadline';
import { loadReadings } from './load-readings';

const select = {
  id: true,
  organism: true,
  state: true,
  dueAt: true,
  automatic: true,
  series: {
    select: {
      id: true,
      name: true,
      lastStartAt: true,
      lastEndAt: true,
      figuresChangedAt: true,
      connection: { select: { id: true, system: true, disconnectedAt: true, credentials: true } },
    },
  },
} as const satisfies Prisma.DeclarationSelect;

type Row = Prisma.DeclarationGetPayload<{ select: typeof select }>;

/** A declaration of a show that is over, not received yet, without its content. */
export type WaitingDeclaration = Omit<Row, 'series'> & {
  readonly seriesId: string;
  readonly seriesName: string;
  /** The figures of its show do not move any more. */
  readonly isStill: boolean;
};

/** The declarations of a structure that wait for somebody, by deadline. Two queries, whatever their number. */
export async function loadWaiting(
  db: Database,
  scope: { readonly organizationId: string; readonly ids?: readonly string[] },
  now: Date,
): Promise<readonly WaitingDeclaration[]> {
  const rows = await db.declaration.findMany({
    where: {
      series: { organizationId: scope.organizationId },
      ...(scope.ids && { id: { in: [...scope.ids] } }),
      // What was announced is looked at whatever became of it, and of its show.
      OR: [
        { state: { in: ['draft', 'refused', 'failed'] }, series: { lastEndAt: { lt: now } } },
        { automatic: { plannedFor: { not: null }, sentAt: null, stoppedAt: null } },
      ],
    },
    select,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  const connections = rows.flatMap(({ series }) => toReadConnection(series) ?? []);
  const readings = await loadReadings(db, [...new Set(connections)], now);
  return rows.flatMap(({ series, ...row }) => {
    if (!series) return [];
    const { lastStartAt, lastEndAt, figuresChangedAt } = series;
    const connection = toReadConnection(series);
    const stillness = {
      lastEndAt,
      figuresChangedAt,
      readings: connection === null ? null : (readings.get(connection) ?? []),
    };
    const computed = lastStartAt && findDeadline(row.organism, lastStartAt);
    return {
      ...row,
      dueAt: row.dueAt ?? computed?.dueAt ?? null,
      seriesId: series.id,
      seriesName: series.name,
      isStill: isStill(stillness, now),
    };
  });
}

/** The connection that is read by itself every night; null for the shows of which nobody reads anything. */
function toReadConnection(series: Row['series']): string | null {
  const connection = series?.connection;
  if (!connection || !isTicketingSystem(connection.system)) return null;
  return connection.disconnectedAt === null && connection.credentials !== null ? connection.id : null;
}
