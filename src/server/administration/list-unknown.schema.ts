import * as z from 'zod/mini';
import { organisms } from '@/domain/organism';

/** A submission of which nobody knows whether it was received, as an admin sees it. */
export const unknownSubmissionSchema = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  seriesName: z.string(),
  organism: z.enum(organisms),
  number: z.int(),
  createdAt: z.iso.datetime(),
  /** An address, or the name of the web service. */
  recipient: z.string(),
  author: z.object({ name: z.string(), email: z.string() }),
  /** Sendings without an outcome; `recipient` is null when the submission has only one. */
  steps: z.array(
    z.object({ id: z.uuid(), recipient: z.nullable(z.string()), sendingAt: z.nullable(z.iso.datetime()) }),
  ),
});
export type UnknownSubmission = z.infer<typeof unknownSubmissionSchema>;

/** The oldest first; at most 50 rows, `total` counts them all. */
export const listUnknownOutput = z.object({ rows: z.array(unknownSubmissionSchema), total: z.int() });
