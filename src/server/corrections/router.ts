import 'server-only';
import { submissionScope } from '@/server/submissions/get-submission.schema';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { cancelCorrection } from './cancel-correction';
import {
  cancelCorrectionInput,
  getCorrectionInput,
  getCorrectionOutput,
  keepChangeInput,
  recordLetterInput,
  recordLetterOutput,
  startCorrectionInput,
} from './correction.schema';
import { getCorrection } from './get-correction';
import { getDifferences } from './get-differences';
import { getDifferencesOutput } from './get-differences.schema';
import { keepChange } from './keep-change';
import { recordLetter } from './record-letter';
import { startCorrection } from './start-correction';

export const correctionsRouter = router({
  get: memberProcedure
    .input(getCorrectionInput)
    .output(getCorrectionOutput)
    .query(({ ctx, input }) => getCorrection(ctx.actor, input)),
  differences: memberProcedure
    .input(submissionScope)
    .output(getDifferencesOutput)
    .query(({ ctx, input }) => getDifferences(ctx.actor, input)),
  start: memberProcedure.input(startCorrectionInput).mutation(({ ctx, input }) => startCorrection(ctx.actor, input)),
  cancel: memberProcedure.input(cancelCorrectionInput).mutation(({ ctx, input }) => cancelCorrection(ctx.actor, input)),
  recordLetter: memberProcedure
    .input(recordLetterInput)
    .output(recordLetterOutput)
    .mutation(({ ctx, input }) => recordLetter(ctx.actor, input)),
  keepChange: memberProcedure.input(keepChangeInput).mutation(({ ctx, input }) => keepChange(ctx.actor, input)),
});
