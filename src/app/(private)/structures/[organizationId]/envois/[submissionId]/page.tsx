import type { Metadata } from 'next';
import { Prefetched } from '@/app/prefetched';
import { routes } from '@/features/routes';
import { SubmissionScreen } from '@/features/submissions/submission-screen';

export const metadata: Metadata = { title: 'Envoi' };

type Props = { readonly params: Promise<{ organizationId: string; submissionId: string }> };

export default async function SubmissionPage({ params }: Props) {
  const scope = await params;
  return (
    <Prefetched
      path={routes.submission(scope.organizationId, scope.submissionId)}
      queries={(trpc, client) => [client.fetchQuery(trpc.submissions.get.queryOptions(scope))]}
    >
      <SubmissionScreen {...scope} />
    </Prefetched>
  );
}
