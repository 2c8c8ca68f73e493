'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { readShowsInput, toShowsHref } from './shows-address';
import { ShowsView } from './shows-view';

/**
 * The shows of a structure. The address is the only state: changing it here does not load the page again, the list alone
 * is asked for, and stays on screen meanwhile.
 */
export function Shows({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const input = readShowsInput(organizationId, useSearchParams());
  const { filter, sort, search } = input;
  const list = useQuery(trpc.series.list.queryOptions(input, { placeholderData: keepPreviousData }));
  if (!list.data)
    return <LoadState error={list.error && toScreenError(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <ShowsView
      input={input}
      list={list.data}
      isLoading={list.isPlaceholderData}
      error={list.isPlaceholderData || !list.error ? null : toScreenError(list.error)}
      onRetry={() => void list.refetch()}
      onNavigate={(next, mode) => {
        const href = toShowsHref(next);
        if (mode === 'push') window.history.pushState(null, '', href);
        else window.history.replaceState(null, '', href);
      }}
      toShowHref={(seriesId) => routes.show(organizationId, seriesId)}
      connectionsHref={routes.connections(organizationId)}
      newShowHref={routes.newShow(organizationId)}
      exportHref={routes.showsExport(organizationId, { filter, sort, search })}
      exportsHref={routes.exports(organizationId)}
    />
  );
}
