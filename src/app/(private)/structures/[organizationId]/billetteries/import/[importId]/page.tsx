import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { ImportScreen } from '@/features/imports/import-screen';
import { routes } from '@/features/routes';

export const metadata: Metadata = { title: 'Fichier importé' };

type Props = { readonly params: Promise<{ organizationId: string; importId: string }> };

export default async function ImportPage({ params }: Props) {
  const { organizationId, importId } = await params;
  return (
    <Prefetched
      path={routes.import(organizationId, importId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.imports.get.queryOptions({ organizationId, importId }))]}
    >
      <ImportScreen organizationId={organizationId} importId={importId} />
    </Prefetched>
  );
}
