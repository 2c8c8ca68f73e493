import 'server-only';
import type * as z from 'zod/mini';
import { nextQuarter, startOfQuarter, toQuarter } from '@/domain/quarter';
import { type Actor } from '@/server/trpc/context';
import { countQuarters } from './count-quarters';
import { type listQuartersInput, type listQuartersOutput } from './quarter.schema';

/** The first quarter that everybody had to declare (decree 2017-926, its third wave). */
const inForce = { year: 2020, quarter: 1 } as const;

/** Quarters with performances, from the one that is running backwards. */
export async function listQuarters(
  { db, organizationId }: Actor,
  _input: z.infer<typeof listQuartersInput>,
): Promise<z.infer<typeof listQuartersOutput>> {
  const now = new Date();
  const until = startOfQuarter(nextQuarter(toQuarter(now)));
  return { quarters: await countQuarters(db, { organizationId, from: startOfQuarter(inForce), until, now }) };
}
