'use client';
import { useQuery } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { useLiveConnections } from '@/features/use-live-connections';
import { isToReview, toAnchor } from './describe-todo';
import { HomeAside } from './home-aside';
import { lastSubmissionsInput } from './last-submissions-input';
import { TodoView } from './todo-view';

const lastSubmissionsShown = 5;

/** «À faire» of a structure. */
export function Home({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const todo = useQuery(trpc.series.todo.queryOptions({ organizationId }));
  const connections = useQuery(trpc.ticketing.list.queryOptions({ organizationId }));
  const submissions = useQuery(trpc.submissions.list.queryOptions(lastSubmissionsInput(organizationId)));
  useLiveConnections(organizationId);
  if (!todo.data)
    return <LoadState error={todo.error && toScreenError(todo.error)} onRetry={() => void todo.refetch()} />;
  return (
    <TodoView
      todo={todo.data}
      hasConnection={(connections.data ?? []).some(({ state }) => state !== 'disconnected')}
      toHref={(item, isReady) => {
        const { seriesId, submissionId } = item;
        if (submissionId && isToReview(item)) return routes.submission(organizationId, submissionId);
        if (isReady) return routes.transmit(organizationId, seriesId);
        return routes.show(organizationId, seriesId) + toAnchor(item);
      }}
      toQuarterHref={(period) => routes.quarter(organizationId, period)}
      toShowHref={(seriesId) => routes.show(organizationId, seriesId)}
      toSubmissionHref={(submissionId) => routes.submission(organizationId, submissionId)}
      reopenedHref={routes.shows(organizationId, { filtre: 'a-verifier' })}
      newConnectionHref={routes.newConnection(organizationId)}
      showsHref={routes.shows(organizationId, { filtre: 'a-declarer' })}
      aside={
        <HomeAside
          connections={connections.data ?? null}
          submissions={submissions.data?.rows.slice(0, lastSubmissionsShown) ?? null}
          connectionsHref={routes.connections(organizationId)}
          quartersHref={routes.quarters(organizationId)}
          submissionsHref={routes.submissions(organizationId)}
          toSubmissionHref={(submissionId) => routes.submission(organizationId, submissionId)}
        />
      }
    />
  );
}
