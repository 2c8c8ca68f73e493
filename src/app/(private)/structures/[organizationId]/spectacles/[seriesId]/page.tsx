import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { readViewer } from '@/app/viewer';
import { LazyAutomaticTransmissions } from '@/features/automation/lazy-automatic-transmissions';
import { DeclarationScreen } from '@/features/declaration/declaration-screen';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Spectacle' };

type Props = { readonly params: Promise<{ organizationId: string; seriesId: string }> };

export default async function SeriesPage({ params }: Props) {
  const { organizationId, seriesId } = await params;
  const path = routes.show(organizationId, seriesId);
  const { user } = await readViewer();
  return (
    <Prefetched
      path={path}
      queries={(trpc, client) => [client.fetchQuery(trpc.declarations.get.queryOptions({ organizationId, seriesId }))]}
    >
      <LazyAutomaticTransmissions organizationId={organizationId} seriesId={seriesId} shows="planned" />
      <DeclarationScreen
        organizationId={organizationId}
        seriesId={seriesId}
        viewer={{ id: user.id, name: `${user.firstname} ${user.lastname}` }}
        now={new Date().toISOString()}
      />
    </Prefetched>
  );
}
