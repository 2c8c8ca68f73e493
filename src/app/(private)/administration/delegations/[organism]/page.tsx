import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Prefetched } from '@/app/prefetched';
import { AgenciesScreen } from '@/features/agencies/agencies-screen';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Délégations' };

const organisms = { sacem: 'SACEM', sacd: 'SACD' } as const;

type Props = {
  readonly params: Promise<{ organism: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AgenciesPage({ params, searchParams }: Props) {
  const { organism: slug } = await params;
  if (slug !== 'sacem' && slug !== 'sacd') notFound();
  const { code } = await searchParams;
  const organism = organisms[slug];
  const postalCode = typeof code === 'string' ? code.slice(0, 20) : '';
  return (
    <Prefetched
      path={routes.agencies(slug)}
      queries={(trpc, client) => [
        client.fetchQuery(trpc.agencies.list.queryOptions({ organism, postalCode })),
        client.fetchQuery(trpc.agencies.history.queryOptions({ organism })),
      ]}
    >
      <AgenciesScreen key={`${organism} ${postalCode}`} organism={organism} postalCode={postalCode} />
    </Prefetched>
  );
}
