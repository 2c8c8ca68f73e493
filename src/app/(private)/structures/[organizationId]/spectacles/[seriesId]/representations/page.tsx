import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { readViewer } from '@/app/viewer';
import { TypedShow } from '@/features/manual/typed-show';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Dates et recettes' };

type Props = { readonly params: Promise<{ organizationId: string; seriesId: string }> };

export default async function TypedShowPage({ params }: Props) {
  const { organizationId, seriesId } = await params;
  const { user } = await readViewer();
  return (
    <Prefetched
      path={routes.typedShow(organizationId, seriesId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.manual.get.queryOptions({ organizationId, seriesId }))]}
    >
      <TypedShow organizationId={organizationId} seriesId={seriesId} viewerId={user.id} />
    </Prefetched>
  );
}
