import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { routes } from '@/features/routes';
import { Quarters } from '@/features/sibil/quarters';

export const metadata: Metadata = { title: 'SIBIL' };

type Props = { readonly params: Promise<{ organizationId: string }> };

export default async function QuartersPage({ params }: Props) {
  const { organizationId } = await params;
  return (
    <Prefetched
      path={routes.quarters(organizationId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.sibil.listQuarters.queryOptions({ organizationId }))]}
    >
      <Quarters organizationId={organizationId} />
    </Prefetched>
  );
}
