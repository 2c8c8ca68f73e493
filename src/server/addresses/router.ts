import 'server-only';
import { limitPerPerson, signedInProcedure, router } from '@/server/trpc/trpc';
import { searchAddresses } from './search-addresses';
import { searchAddressesInput, searchAddressesOutput } from './search-addresses.schema';

export const addressesRouter = router({
  search: signedInProcedure
    .use(limitPerPerson('address-search'))
    .input(searchAddressesInput)
    .output(searchAddressesOutput)
    .query(({ ctx, input }) => searchAddresses(ctx, input)),
});
