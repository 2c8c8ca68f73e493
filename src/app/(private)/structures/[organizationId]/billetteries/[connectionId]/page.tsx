import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { ConnectionHistory } from '@/features/connections/connection-history';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Historique d’une billetterie' };

type Props = {
  readonly params: Promise<{ organizationId: string; connectionId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ConnectionHistoryPage({ params, searchParams }: Props) {
  const { organizationId, connectionId } = await params;
  const page = toPage((await searchParams).page);
  return (
    <Prefetched
      path={routes.connectionHistory(organizationId, connectionId, { page })}
      queries={(trpc, client) => [
        client.fetchQuery(trpc.ticketing.listRuns.queryOptions({ organizationId, connectionId, page })),
      ]}
    >
      <ConnectionHistory organizationId={organizationId} connectionId={connectionId} page={page} />
    </Prefetched>
  );
}

function toPage(text: string | string[] | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
