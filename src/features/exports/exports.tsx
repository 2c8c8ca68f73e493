'use client';
import { useQuery } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { ExportsView } from './exports-view';

/** «Exports» of a structure. */
export function Exports({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const query = useQuery(trpc.exports.listSeasons.queryOptions({ organizationId }));
  if (!query.data)
    return <LoadState error={query.error && toScreenError(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <ExportsView
      wholeHref={routes.wholeExport(organizationId)}
      showsHref={routes.shows(organizationId)}
      submissionsHref={routes.submissions(organizationId)}
      seasons={query.data.seasons}
      toSeasonHref={(season) => routes.seasonSummary(organizationId, season)}
    />
  );
}
