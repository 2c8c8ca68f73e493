import 'server-only';
import { organizationScope } from '@/server/organizations/get-organization.schema';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { listSeasons } from './list-seasons';
import { listSeasonsOutput } from './list-seasons.schema';

/** What can be taken away; the files themselves come from /api/exports. */
export const exportsRouter = router({
  listSeasons: memberProcedure
    .input(organizationScope)
    .output(listSeasonsOutput)
    .query(({ ctx, input }) => listSeasons(ctx.actor, input)),
});
