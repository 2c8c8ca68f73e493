import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { getQuarter } from './get-quarter';
import { listQuarters } from './list-quarters';
import { markDeclared } from './mark-declared';
import { setVenueKind } from './set-venue-kind';
import {
  listQuartersInput,
  listQuartersOutput,
  markDeclaredInput,
  markDeclaredOutput,
  quarterScope,
  quarterViewSchema,
  setVenueKindInput,
} from './quarter.schema';

export const sibilRouter = router({
  listQuarters: memberProcedure
    .input(listQuartersInput)
    .output(listQuartersOutput)
    .query(({ ctx, input }) => listQuarters(ctx.actor, input)),
  getQuarter: memberProcedure
    .input(quarterScope)
    .output(quarterViewSchema)
    .query(({ ctx, input }) => getQuarter(ctx.actor, input)),
  setVenueKind: memberProcedure.input(setVenueKindInput).mutation(({ ctx, input }) => setVenueKind(ctx.actor, input)),
  markDeclared: memberProcedure
    .input(markDeclaredInput)
    .output(markDeclaredOutput)
    .mutation(({ ctx, input }) => markDeclared(ctx.actor, input)),
});
