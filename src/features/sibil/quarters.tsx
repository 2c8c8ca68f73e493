'use client';
import { useQuery } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { QuartersView } from './quarters-view';

/** Quarters of a structure. */
export function Quarters({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const query = useQuery(trpc.sibil.listQuarters.queryOptions({ organizationId }));
  if (!query.data)
    return <LoadState error={query.error && toScreenError(query.error)} onRetry={() => void query.refetch()} />;
  return <QuartersView quarters={query.data.quarters} toHref={(period) => routes.quarter(organizationId, period)} />;
}
