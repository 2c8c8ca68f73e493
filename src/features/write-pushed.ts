import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Writes what the server pushed over what a query holds. A fetch of the same query that is under way was perhaps answered
 * before this push and would land after it, with nothing to mend it any more: it starts again.
 */
export function writePushed<T>(queryClient: QueryClient, queryKey: QueryKey, data: T): void {
  const isFetching = queryClient.isFetching({ queryKey, exact: true }) > 0;
  queryClient.setQueryData<T>(queryKey, data);
  if (isFetching) void queryClient.invalidateQueries({ queryKey, exact: true });
}
