import * as z from 'zod/mini';
import { declarationFields, declarationIssueCodes } from '@/domain/declaration/issue';
import { declarationStates } from '@/domain/declaration/status';
import { organisms } from '@/domain/organism';
import { quarterRowSchema } from '@/server/sibil/quarter.schema';

export { organizationScope as listTodoInput } from '@/server/organizations/get-organization.schema';

/** One declaration to make, or a show over without any organism chosen (`organism` null). */
export const todoItemSchema = z.object({
  seriesId: z.uuid(),
  seriesName: z.string(),
  lastPerformanceAt: z.iso.datetime(),
  organism: z.nullable(z.enum(organisms)),
  state: z.nullable(z.enum(declarationStates)),
  /** The last one of this declaration; null when it never left. */
  submissionId: z.nullable(z.uuid()),
  /** End of the last Paris day to declare; for a show without organism, the nearest deadline it could have. */
  dueAt: z.iso.datetime(),
  /** Where the deadline comes from, in French. */
  dueSource: z.string(),
  /** Blocking issues, each once; empty = ready to be checked and sent. */
  missing: z.array(z.object({ field: z.enum(declarationFields), code: z.enum(declarationIssueCodes) })),
});
export type TodoItem = z.infer<typeof todoItemSchema>;

/** Groups by Paris days: late, due within seven days, later. At most 50 items a group; `more` counts the rest. */
const todoGroupSchema = z.object({
  /** Quarters to declare to SIBIL, for the whole structure. */
  quarters: z.array(quarterRowSchema),
  items: z.array(todoItemSchema),
  more: z.int(),
});
/** Declared already: figures changed since, or somebody corrects (`correctedBy`). At most 20; `more` counts the rest. */
const receivedSchema = z.object({
  items: z.array(
    z.object({
      seriesId: z.uuid(),
      seriesName: z.string(),
      organism: z.enum(organisms),
      /** The one that holds. */
      submissionId: z.uuid(),
      submittedAt: z.iso.datetime(),
      correctedBy: z.nullable(z.string()),
    }),
  ),
  more: z.int(),
});
export const listTodoOutput = z.object({
  received: receivedSchema,
  late: todoGroupSchema,
  thisWeek: todoGroupSchema,
  later: todoGroupSchema,
  /** When nothing is due: the next show that will end. */
  next: z.nullable(z.object({ seriesId: z.uuid(), seriesName: z.string(), endsAt: z.iso.datetime() })),
});
export type Todo = z.infer<typeof listTodoOutput>;
