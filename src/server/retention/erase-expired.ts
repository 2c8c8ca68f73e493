import 'server-only';
import { type Database } from '@/server/db/client';
import { logger } from '@/server/logger';
import { retention, type RetentionLine } from './retention';

/** Erases what is no longer kept. A line in trouble keeps no other from its work, and is thrown at the end for the job to come back. */
export async function eraseExpired(
  db: Database,
  now: Date,
  lines: readonly RetentionLine[] = retention,
): Promise<void> {
  const failures: unknown[] = [];
  for (const line of lines) {
    try {
      const rows = await line.erase(db, new Date(now.getTime() - line.keptForHours * 3_600_000));
      if (rows > 0) logger().info({ what: line.what, rows }, 'erased');
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some lines of retention.ts could not be erased');
}
