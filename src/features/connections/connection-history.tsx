'use client';
import { useQuery } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import type { RunsPage } from '@/server/ticketing/list-runs.schema';
import { HistoryView } from './history-view';
import { RunChanges } from './run-changes';

const askAgainMilliseconds = 2000;

export type ConnectionHistoryProps = {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly page: number;
};

/** History of one connection; a run under way grows on the page. The page number is in the address. */
export function ConnectionHistory({ organizationId, connectionId, page }: ConnectionHistoryProps) {
  const trpc = useTrpc();
  const runs = useQuery({
    ...trpc.ticketing.listRuns.queryOptions({ organizationId, connectionId, page }),
    refetchInterval: (query) => (hasRunUnderWay(query.state.data) ? askAgainMilliseconds : false),
  });
  if (!runs.data)
    return <LoadState error={runs.error && toScreenError(runs.error)} onRetry={() => void runs.refetch()} />;
  return (
    <HistoryView
      runs={runs.data}
      connectionsHref={routes.connections(organizationId)}
      toHref={(next) => routes.connectionHistory(organizationId, connectionId, { page: next > 1 ? next : undefined })}
      renderChanges={(run) => <RunChanges organizationId={organizationId} runId={run.id} count={run.changes} />}
    />
  );
}

function hasRunUnderWay(runs: RunsPage | undefined): boolean {
  return runs?.rows.some(({ state }) => state === 'queued' || state === 'running') ?? false;
}
