import { sumCents } from '@/domain/money';
import { type TicketingSystem } from '@/domain/ticketing/model';
import { type Sandbox } from '@/sandbox/start-sandbox';
import { type Database } from '@/server/db/client';

type Figures = {
  readonly show: string;
  readonly startAt: string;
  readonly cents: number;
  readonly paid: number;
  readonly free: number;
};

/** What synchronisations of this system stored for a structure, performance by performance. */
export async function readStoredFigures(
  db: Database,
  organizationId: string,
  system: TicketingSystem = 'billetweb',
): Promise<Figures[]> {
  const where = { series: { organizationId, system } };
  const rows = await db.performance.findMany({ where, include: { series: true } });
  return rows
    .map((row) => ({
      show: row.series.remoteId,
      startAt: row.startAt.toISOString(),
      cents: Number(row.importedIncludingCents),
      paid: row.importedPaidTickets,
      free: row.importedFreeTickets,
    }))
    .sort(inOrder);
}

/** What the sandbox's own books say of the shows that were stored: every performance that brought somebody in. */
export function readLedger(
  sandbox: Sandbox,
  system: TicketingSystem,
  account: string,
  shows: ReadonlySet<string>,
): Figures[] {
  const counted = sandbox
    .ticketing(system)
    .ledger(account)
    .filter((line) => line.isCounted && shows.has(line.seriesId));
  const performances = Map.groupBy(counted, ({ seriesId, startAt }) => `${seriesId} ${startAt}`);
  return [...performances.values()]
    .flatMap((lines) => {
      const [first] = lines;
      if (!first) return [];
      const paid = lines.filter(({ receivedCents }) => receivedCents > 0);
      const cents = sumCents(paid.map(({ receivedCents }) => receivedCents));
      const { seriesId: show, startAt } = first;
      return [{ show, startAt: startAt ?? '', cents, paid: paid.length, free: lines.length - paid.length }];
    })
    .sort(inOrder);
}

function inOrder(left: Figures, right: Figures): number {
  return left.show.localeCompare(right.show) || left.startAt.localeCompare(right.startAt);
}
