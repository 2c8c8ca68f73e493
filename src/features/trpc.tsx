'use client';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { loadErrorMessage } from '@/components/feedback/lazy-error-message';
import type { AppRouter } from '@/server/trpc/client-types';
import { createQueryClient } from './query-client';

const context = createTRPCContext<AppRouter>();

/** Options of every procedure, typed: `useQuery(useTrpc().series.list.queryOptions(input))`. */
export const useTrpc = context.useTRPC;
/** The procedures as plain calls, for what lives outside of React. */
export const useTrpcClient = context.useTRPCClient;
/** For stories: provides a client made of fakes. */
export const TrpcContextProvider = context.TRPCProvider;

const endpoint = '/api/trpc';

let browserQueryClient: QueryClient | undefined;

/** One cache per request on the server, one for the life of the page in the browser. */
function getQueryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient();
  return (browserQueryClient ??= createQueryClient());
}

/** Gives the private pages their procedures; public pages load nothing of it. */
export function TrpcProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = getQueryClient();
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === 'subscription',
          true: httpSubscriptionLink({ url: endpoint }),
          false: httpBatchLink({ url: endpoint, maxURLLength: 2000 }),
        }),
      ],
    }),
  );
  useEffect(() => void loadErrorMessage(), []);
  return (
    <QueryClientProvider client={queryClient}>
      <TrpcContextProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TrpcContextProvider>
    </QueryClientProvider>
  );
}
