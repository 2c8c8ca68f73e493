import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { LazyAutomaticTransmissions } from '@/features/automation/lazy-automatic-transmissions';
import { routes } from '@/features/routes';
import { TransmissionScreen } from '@/features/transmission/transmission-screen';

export const metadata: Metadata = { title: 'Vérifier et transmettre' };

type Props = { readonly params: Promise<{ organizationId: string; seriesId: string }> };

export default async function TransmitPage({ params }: Props) {
  const scope = await params;
  return (
    <Prefetched
      path={routes.transmit(scope.organizationId, scope.seriesId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.declarations.review.queryOptions(scope))]}
    >
      <TransmissionScreen {...scope} />
      <LazyAutomaticTransmissions {...scope} shows="all" />
    </Prefetched>
  );
}
