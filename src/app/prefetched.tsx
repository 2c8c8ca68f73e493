import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppError, type ErrorCode } from '@/domain/errors';
import { createQueryClient } from '@/features/query-client';
import { toSignIn } from '@/features/routes';
import { appRouter, type AppRouter } from '@/server/trpc/root';
import { getServerContext } from '@/server/trpc/server-caller';

type Trpc = TRPCOptionsProxy<AppRouter>;

/**
 * Reads on the server what the page shows first, so that it arrives with its content in the HTML. `queries` fetches
 * them with the options that the hooks of the screen use. Without a session the person signs in and comes back to `path`; what is not
 * theirs does not exist. Any other failure is left to the screen, which asks again and explains.
 */
export async function Prefetched({
  path,
  queries,
  children,
}: {
  readonly path: string;
  readonly queries: (trpc: Trpc, client: QueryClient) => readonly Promise<unknown>[];
  readonly children: ReactNode;
}) {
  const queryClient = createQueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({ router: appRouter, ctx: getServerContext, queryClient });
  const outcomes = await Promise.allSettled(queries(trpc, queryClient));
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const code = toErrorCode(outcome.reason);
    if (code === 'sign-in-required') redirect(toSignIn(path));
    if (code === 'not-found') notFound();
  }
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}

/** Code of an expected failure, wherever the procedure wrapped it. */
function toErrorCode(error: unknown): ErrorCode | null {
  if (error instanceof AppError) return error.code;
  return error instanceof Error && error.cause ? toErrorCode(error.cause) : null;
}
