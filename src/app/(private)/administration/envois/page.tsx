import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { routes } from '@/features/routes';
import { UnknownSubmissionsScreen } from '@/features/submissions/unknown-submissions-screen';

export const metadata: Metadata = { title: 'Envois à vérifier' };

export default function UnknownSubmissionsPage() {
  return (
    <Prefetched
      path={routes.unknownSubmissions}
      queries={(trpc, client) => [client.fetchQuery(trpc.administration.unknownSubmissions.queryOptions())]}
    >
      <UnknownSubmissionsScreen />
    </Prefetched>
  );
}
