import 'server-only';
import { isDaytime } from '@/domain/automation/plan-automatic';
import { toParisDay } from '@/domain/calendar';
import { type Database } from '@/server/db/client';
import { logger } from '@/server/logger';
import { planOrganization } from './plan-organization';

const batchSize = 100;

/**
 * Plans every structure that was not planned on this Paris day; does nothing at night. One structure in trouble keeps no other from being
 * planned; its error is thrown at the end, so that the job is tried again.
 */
export async function planMorning(db: Database, now: Date, signal?: AbortSignal): Promise<void> {
  if (!isDaytime(now)) return;
  const day = toParisDay(now);
  const failures: unknown[] = [];
  for (let after = ''; ;) {
    const batch = await db.organization.findMany({
      where: {
        OR: [{ remindedOn: null }, { remindedOn: { not: day } }],
        ...(after !== '' && { id: { gt: after } }),
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    });
    for (const { id } of batch) {
      if (signal?.aborted) return;
      try {
        await planOrganization(db, id, now);
      } catch (error) {
        logger().error({ err: error, organizationId: id }, 'reminders not planned');
        failures.push(error);
      }
      after = id;
    }
    if (batch.length < batchSize) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} structures were not planned`);
}
