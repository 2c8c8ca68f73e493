import 'server-only';
import { adminProcedure, router } from '@/server/trpc/trpc';
import {
  agenciesFileInput,
  agenciesHistoryOutput,
  agenciesOfOrganism,
  compareAgenciesOutput,
  importAgenciesInput,
  importAgenciesOutput,
  listAgenciesInput,
  listAgenciesOutput,
} from './agencies.schema';
import { importAgencies } from './import-agencies';
import { listAgencies } from './list-agencies';
import { listAgencyImports } from './list-agency-imports';
import { previewAgencies } from './preview-agencies';

export const agenciesRouter = router({
  list: adminProcedure
    .input(listAgenciesInput)
    .output(listAgenciesOutput)
    .query(({ ctx, input }) => listAgencies(ctx, input)),
  preview: adminProcedure
    .input(agenciesFileInput)
    .output(compareAgenciesOutput)
    .mutation(({ ctx, input }) => previewAgencies(ctx, input)),
  import: adminProcedure
    .input(importAgenciesInput)
    .output(importAgenciesOutput)
    .mutation(({ ctx, input }) => importAgencies(ctx, input)),
  history: adminProcedure
    .input(agenciesOfOrganism)
    .output(agenciesHistoryOutput)
    .query(({ ctx, input }) => listAgencyImports(ctx, input)),
});
