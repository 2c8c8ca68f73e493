import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { Connections } from '@/features/connections/connections';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Billetteries' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function ConnectionsPage({ params }: Props) {
  const { organizationId } = await params;
  return (
    <Prefetched
      path={routes.connections(organizationId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.ticketing.list.queryOptions({ organizationId }))]}
    >
      <Connections organizationId={organizationId} />
    </Prefetched>
  );
}
