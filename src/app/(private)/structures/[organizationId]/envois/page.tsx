import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { routes } from '@/features/routes';
import { SubmissionsScreen } from '@/features/submissions/submissions-screen';
import { readSubmissionsSearch } from '@/features/submissions/submissions-search';

export const metadata: Metadata = { title: 'Envois' };

type Props = {
  readonly params: Promise<{ organizationId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SubmissionsPage({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const search = readSubmissionsSearch(await searchParams);
  return (
    <Prefetched
      path={routes.submissions(organizationId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.submissions.list.queryOptions({ organizationId, ...search }))]}
    >
      <SubmissionsScreen organizationId={organizationId} search={search} />
    </Prefetched>
  );
}
