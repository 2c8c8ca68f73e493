import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { ApiKeys } from '@/features/api-keys/api-keys';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Clés d’accès' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function ApiKeysPage({ params }: Props) {
  const { organizationId } = await params;
  return (
    <Prefetched
      path={routes.apiKeys(organizationId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.apiKeys.list.queryOptions({ organizationId }))]}
    >
      <ApiKeys organizationId={organizationId} />
    </Prefetched>
  );
}
