import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Prefetched } from '@/app/prefetched';
import { parseQuarterKey } from '@/domain/quarter';
import { routes } from '@/features/routes';
import { Quarter } from '@/features/sibil/quarter';

export const metadata: Metadata = { title: 'SIBIL, un trimestre' };

type Props = { readonly params: Promise<{ organizationId: string; period: string }> };

export default async function QuarterPage({ params }: Props) {
  const scope = await params;
  if (!parseQuarterKey(scope.period)) notFound();
  return (
    <Prefetched
      path={routes.quarter(scope.organizationId, scope.period)}
      queries={(trpc, client) => [client.fetchQuery(trpc.sibil.getQuarter.queryOptions(scope))]}
    >
      <Quarter {...scope} />
    </Prefetched>
  );
}
