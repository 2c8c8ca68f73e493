import { QueryClient } from '@tanstack/react-query';
import { toScreenError } from './screen-error';

/** Trying again can only help when the network or the server failed; nobody waits for a second try on the server. */
const retriedCodes: ReadonlySet<string> = new Set(['offline', 'internal']);

/**
 * What the server put in the page is fresh for a while, so that nothing is asked twice; after that, coming back to the
 * window looks again. Subscriptions keep the living parts up to date.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          typeof window !== 'undefined' && failures < 2 && retriedCodes.has(toScreenError(error).code),
      },
    },
  });
}
