import * as z from 'zod/mini';
import { documentTypes } from '@/domain/declaration/bounds';

export { seriesScope as listAttachmentsInput } from '@/server/declarations/get-declaration.schema';

export const attachmentScope = z.object({ organizationId: z.uuid(), attachmentId: z.uuid() });
export const changeTypeInput = z.extend(attachmentScope, { type: z.enum(documentTypes) });

const attachmentSchema = z.object({
  id: z.uuid(),
  type: z.enum(documentTypes),
  name: z.string(),
  contentType: z.string(),
  /** Bytes. */
  size: z.int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** Address of the file for this person, for a quarter of an hour. */
  href: z.string(),
  /** Whether a page may show it: an image or a PDF. */
  preview: z.nullable(z.enum(['image', 'pdf'])),
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

export const listAttachmentsOutput = z.object({
  /** Closed with the form of the show: what is there is read only. */
  locked: z.boolean(),
  documents: z.array(attachmentSchema),
  /** Begun by this person and not whole yet: another page may be sending it, or it waits to be chosen again. */
  unfinished: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int(), received: z.int() })),
});
export type AttachmentList = z.infer<typeof listAttachmentsOutput>;
