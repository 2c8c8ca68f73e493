import * as z from 'zod/mini';
import { errorCodes } from '@/domain/errors';
import { ticketingSources } from '@/domain/ticketing/model';

/** What started a run: the first synchronisation, a person, the night; or what a run without provider brought in. */
export const runTriggers = ['connection', 'user', 'night', 'file', 'push', 'manual'] as const;
export type RunTrigger = (typeof runTriggers)[number];

export { organizationScope as listConnectionsInput } from '@/server/organizations/get-organization.schema';

/** A synchronisation under way or ended; counts grow while it runs. Instants are ISO-8601 UTC. */
export const runSchema = z.object({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  trigger: z.enum(runTriggers),
  startedAt: z.nullable(z.iso.datetime()),
  finishedAt: z.nullable(z.iso.datetime()),
  /** Null until the provider said how many there are. */
  seriesTotal: z.nullable(z.int()),
  seriesDone: z.int(),
  performancesDone: z.int(),
  ticketsDone: z.int(),
  /** Tickets read before the shows are put together; 0 where the system lists them show by show. */
  ticketsRead: z.int(),
  newSeries: z.int(),
  newPerformances: z.int(),
  changedFigures: z.int(),
  gonePerformances: z.int(),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
  errorCode: z.nullable(z.enum(errorCodes)),
});
export type RunView = z.infer<typeof runSchema>;

export const connectionSchema = z.object({
  id: z.uuid(),
  system: z.enum(ticketingSources),
  label: z.string(),
  /** Last four characters of the secret key; null once disconnected. */
  credentialHint: z.nullable(z.string()),
  state: z.enum(['never-synchronized', 'healthy', 'running', 'failing', 'disconnected']),
  lastSuccessAt: z.nullable(z.iso.datetime()),
  lastErrorAt: z.nullable(z.iso.datetime()),
  lastErrorCode: z.nullable(z.enum(errorCodes)),
  nextRunAt: z.nullable(z.iso.datetime()),
  seriesCount: z.int(),
  /** The run under way, else the last one. */
  run: z.nullable(runSchema),
});
export type ConnectionView = z.infer<typeof connectionSchema>;
export const listConnectionsOutput = z.array(connectionSchema);
