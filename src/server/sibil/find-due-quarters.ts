import 'server-only';
import { canTransmit } from '@/domain/declaration/status';
import { startOfQuarter, toQuarter } from '@/domain/quarter';
import { type Database } from '@/server/db/client';
import { countQuarters } from './count-quarters';
import { type QuarterRow } from './quarter.schema';

/**
 * Quarters of the last twelve months that are over and were not declared, the nearest deadline first: what «À faire» shows of
 * SIBIL. Older ones stay in the list of quarters.
 */
export async function findDueQuarters(db: Database, organizationId: string, now: Date): Promise<QuarterRow[]> {
  const current = toQuarter(now);
  const from = startOfQuarter({ ...current, year: current.year - 1 });
  const quarters = await countQuarters(db, { organizationId, from, until: startOfQuarter(current), now });
  return quarters.filter(({ state }) => canTransmit(state)).reverse();
}
