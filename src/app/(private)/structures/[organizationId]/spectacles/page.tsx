import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { Shows } from '@/features/shows/shows';
import { readShowsInput, toShowsHref } from '@/features/shows/shows-address';

export const metadata: Metadata = { title: 'Spectacles' };

type Props = {
  readonly params: Promise<{ organizationId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ShowsPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const search = await searchParams;
  const input = readShowsInput(organizationId, { get: (name) => [search[name]].flat()[0] ?? null });
  return (
    <Prefetched
      path={toShowsHref(input)}
      queries={(trpc, client) => [client.fetchQuery(trpc.series.list.queryOptions(input))]}
    >
      <Shows organizationId={organizationId} />
    </Prefetched>
  );
}
