import 'server-only';
import * as z from 'zod';
import { type Database } from '@/server/db/client';
import { type PushCaller } from './authenticate-key';
import { type PushIssue, PushProblem, toProblemBody } from './push-problem';
import { type BatchAnswer, batchItemSchema } from './push-schemas';
import { readShow, toIssue } from './read-show';
import { receiveShow } from './receive-show';

type BatchResult = BatchAnswer['results'][number];

const withIdSchema = z.object({ id: z.string().max(200) });

/** Stores each show that is right, one transaction each; one that is refused, or given twice, keeps no other from being stored. */
export async function pushBatch(
  db: Database,
  caller: PushCaller,
  shows: readonly unknown[],
  now: Date,
): Promise<BatchAnswer> {
  const results: BatchResult[] = [];
  const seen = new Set<string>();
  for (const [index, item] of shows.entries()) {
    const base = `/shows/${index}`;
    const read = readShow(item, batchItemSchema, base, now);
    if (!read.ok) {
      results.push(refuse(item, read.errors));
    } else if (seen.has(read.series.id)) {
      results.push(refuse(item, [toIssue(`${base}/id`, 'duplicate')]));
    } else {
      seen.add(read.series.id);
      results.push({ ...(await receiveShow(db, caller, read.series, now)), warnings: [...read.warnings] });
    }
  }
  return { results };
}

function refuse(item: unknown, errors: readonly PushIssue[]): BatchResult {
  const withId = withIdSchema.safeParse(item);
  return {
    result: 'refused',
    id: withId.success ? withId.data.id : null,
    problem: toProblemBody(new PushProblem('invalid-input', { errors })),
  };
}
