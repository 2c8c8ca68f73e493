import * as z from 'zod/mini';
import { ticketingSources } from '@/domain/ticketing/model';
import { runSchema } from './list-connections.schema';

const pageSchema = z._default(z.int().check(z.gte(1), z.lte(10_000)), 1);

export const listRunsInput = z.object({ organizationId: z.uuid(), connectionId: z.uuid(), page: pageSchema });
export const runsPageSize = 20;

/** `changes`: how many changes can be listed, fewer than the counts when there were very many or when they are old. */
const runRowSchema = z.extend(runSchema, { createdAt: z.iso.datetime(), changes: z.int() });
export type RunRow = z.infer<typeof runRowSchema>;

export const listRunsOutput = z.object({
  connection: z.object({ id: z.uuid(), system: z.enum(ticketingSources), label: z.string() }),
  rows: z.array(runRowSchema),
  total: z.int(),
  page: z.int(),
  pageCount: z.int(),
});
export type RunsPage = z.infer<typeof listRunsOutput>;
