import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { attachmentScope, changeTypeInput, listAttachmentsInput, listAttachmentsOutput } from './attachments.schema';
import { changeAttachmentType, removeAttachment, restoreAttachment } from './change-attachment';
import { listAttachments } from './list-attachments';

/** Documents of a show; the files themselves come by tus, at /api/attachments. */
export const attachmentsRouter = router({
  list: memberProcedure
    .input(listAttachmentsInput)
    .output(listAttachmentsOutput)
    .query(({ ctx, input }) => listAttachments(ctx.actor, input)),
  changeType: memberProcedure
    .input(changeTypeInput)
    .mutation(({ ctx, input }) => changeAttachmentType(ctx.actor, input)),
  remove: memberProcedure.input(attachmentScope).mutation(({ ctx, input }) => removeAttachment(ctx.actor, input)),
  restore: memberProcedure.input(attachmentScope).mutation(({ ctx, input }) => restoreAttachment(ctx.actor, input)),
});
