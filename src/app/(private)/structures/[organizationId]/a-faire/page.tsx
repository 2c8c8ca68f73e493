import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { Home } from '@/features/home/home';
import { lastSubmissionsInput } from '@/features/home/last-submissions-input';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'À faire' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function TodoPage({ params }: Props) {
  const { organizationId } = await params;
  return (
    <Prefetched
      path={routes.todo(organizationId)}
      queries={(trpc, client) => [
        client.fetchQuery(trpc.series.todo.queryOptions({ organizationId })),
        client.fetchQuery(trpc.ticketing.list.queryOptions({ organizationId })),
        client.fetchQuery(trpc.submissions.list.queryOptions(lastSubmissionsInput(organizationId))),
      ]}
    >
      <Home organizationId={organizationId} />
    </Prefetched>
  );
}
