import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { abandonImport } from './abandon-import';
import { changeMapping } from './change-mapping';
import { confirmImport } from './confirm-import';
import { getImport } from './get-import';
import { changeMappingInput, confirmImportInput, importScope, importViewSchema } from './import-view.schema';
import { watchImport } from './watch-import';

/** Files of other ticketing systems; the file itself comes by POST /api/imports. */
export const importsRouter = router({
  get: memberProcedure
    .input(importScope)
    .output(importViewSchema)
    .query(({ ctx, input }) => getImport(ctx.actor, input)),
  changeMapping: memberProcedure
    .input(changeMappingInput)
    .mutation(({ ctx, input }) => changeMapping(ctx.actor, input)),
  confirm: memberProcedure.input(confirmImportInput).mutation(({ ctx, input }) => confirmImport(ctx.actor, input)),
  abandon: memberProcedure.input(importScope).mutation(({ ctx, input }) => abandonImport(ctx.actor, input)),
  onChange: memberProcedure
    .input(importScope)
    .subscription(({ ctx, input, signal }) => watchImport(ctx.actor, input, signal)),
});
