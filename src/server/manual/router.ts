import 'server-only';
import { seriesScope } from '@/server/declarations/get-declaration.schema';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { createShow } from './create-show';
import { createShowInput, createShowOutput } from './create-show.schema';
import { getShow } from './get-show';
import { proposeRepeat } from './propose-repeat';
import { removeTyped } from './remove-typed';
import { removeTypedInput, removeTypedOutput, restoreTypedInput, restoreTypedOutput } from './remove-typed.schema';
import { repeatShow } from './repeat-show';
import { proposeRepeatOutput, repeatShowInput, repeatShowOutput } from './repeat-show.schema';
import { restoreTyped } from './restore-typed';
import { saveShow } from './save-show';
import { getShowOutput, saveShowInput, saveShowOutput } from './save-show.schema';

/** Shows and performances typed by hand. */
export const manualRouter = router({
  get: memberProcedure
    .input(seriesScope)
    .output(getShowOutput)
    .query(({ ctx, input }) => getShow(ctx.actor, input)),
  create: memberProcedure
    .input(createShowInput)
    .output(createShowOutput)
    .mutation(({ ctx, input }) => createShow(ctx.actor, input)),
  proposeRepeat: memberProcedure
    .input(seriesScope)
    .output(proposeRepeatOutput)
    .query(({ ctx, input }) => proposeRepeat(ctx.actor, input)),
  repeat: memberProcedure
    .input(repeatShowInput)
    .output(repeatShowOutput)
    .mutation(({ ctx, input }) => repeatShow(ctx.actor, input)),
  save: memberProcedure
    .input(saveShowInput)
    .output(saveShowOutput)
    .mutation(({ ctx, input }) => saveShow(ctx.actor, input)),
  remove: memberProcedure
    .input(removeTypedInput)
    .output(removeTypedOutput)
    .mutation(({ ctx, input }) => removeTyped(ctx.actor, input)),
  restore: memberProcedure
    .input(restoreTypedInput)
    .output(restoreTypedOutput)
    .mutation(({ ctx, input }) => restoreTyped(ctx.actor, input)),
});
