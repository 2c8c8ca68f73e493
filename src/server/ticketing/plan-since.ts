import 'server-only';
import { subDays } from 'date-fns/subDays';
import { toFirstSince } from '@/connectors/first-synchronization';
import { lateChanges } from '@/connectors/late-changes';
import { isTicketingSystem, type TicketingSource } from '@/domain/ticketing/model';
import { type Transaction } from '@/server/db/client';
import { type RunTrigger } from './list-connections.schema';

export type StartingConnection = {
  readonly id: string;
  readonly organizationId: string;
  readonly system: TicketingSource;
  readonly synchronizedSince: Date | null;
};

/** A week of nights, less the hours by which a night may come early. */
const longLookEveryDays = 6.5;
/** A long look that started this much closer than planned still counts as one. */
const toleranceDays = 1;

/**
 * From when a run asks for changes: 13 months back the first time, then since the last success; and, on one night of each week,
 * as far back as the system needs for what it does not report as a change (a moved date, a renamed show).
 */
export async function planSince(
  tx: Transaction,
  connection: Pick<StartingConnection, 'id' | 'system' | 'synchronizedSince'>,
  trigger: RunTrigger,
  now: Date,
): Promise<Date> {
  const { id, system, synchronizedSince } = connection;
  if (!synchronizedSince) return toFirstSince(now);
  const days = isTicketingSystem(system) ? lateChanges[system].weeklyLookDays : null;
  if (trigger !== 'night' || days === null) return synchronizedSince;
  const longLook = subDays(now, days);
  if (longLook > synchronizedSince || (await hasLookedFarBack(tx, id, days, now))) return synchronizedSince;
  return longLook;
}

async function hasLookedFarBack(tx: Transaction, connectionId: string, days: number, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ looked: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "SynchronizationRun"
      WHERE "connectionId" = ${connectionId}::uuid AND state = 'succeeded'
        AND "createdAt" > ${new Date(now.getTime() - longLookEveryDays * 86_400_000)}
        AND since <= "createdAt" - make_interval(days => ${days - toleranceDays}::int)
    ) AS looked`;
  return row?.looked ?? false;
}
