import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { RepeatShow } from '@/features/manual/repeat-show';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Reprendre pour une nouvelle saison' };

type Props = { readonly params: Promise<{ organizationId: string; seriesId: string }> };

export default async function RepeatShowPage({ params }: Props) {
  const scope = await params;
  return (
    <Prefetched
      path={routes.repeatShow(scope.organizationId, scope.seriesId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.manual.proposeRepeat.queryOptions(scope))]}
    >
      <RepeatShow {...scope} />
    </Prefetched>
  );
}
