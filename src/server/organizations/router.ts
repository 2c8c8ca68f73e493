import 'server-only';
import { limitPerPerson, memberProcedure, signedInProcedure, router } from '@/server/trpc/trpc';
import { searchCompanies } from './search-companies';
import { createOrganization } from './create-organization';
import { getOrganization } from './get-organization';
import { createOrganizationInput, createOrganizationOutput } from './create-organization.schema';
import { getOrganizationOutput, organizationScope } from './get-organization.schema';
import { searchCompaniesInput, searchCompaniesOutput } from './search-companies.schema';

export const organizationsRouter = router({
  searchCompanies: signedInProcedure
    .use(limitPerPerson('company-search'))
    .input(searchCompaniesInput)
    .output(searchCompaniesOutput)
    .query(({ ctx, input }) => searchCompanies(ctx, input)),
  create: signedInProcedure
    .input(createOrganizationInput)
    .output(createOrganizationOutput)
    .mutation(({ ctx, input }) => createOrganization(ctx, input)),
  get: memberProcedure
    .input(organizationScope)
    .output(getOrganizationOutput)
    .query(({ ctx, input }) => getOrganization(ctx.actor, input)),
});
