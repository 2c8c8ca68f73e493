import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { Exports } from '@/features/exports/exports';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Exports' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function ExportsPage({ params }: Props) {
  const { organizationId } = await params;
  return (
    <Prefetched
      path={routes.exports(organizationId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.exports.listSeasons.queryOptions({ organizationId }))]}
    >
      <Exports organizationId={organizationId} />
    </Prefetched>
  );
}
