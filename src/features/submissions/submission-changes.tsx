'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { seriesOrganisms } from '@/domain/organism';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import { Differences } from './differences';
import styles from './submissions.module.css';

export type SubmissionChangesProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly submission: Pick<SubmissionView, 'id' | 'organism' | 'number'>;
};

/** What a submission changed and what changed since, with the server behind it. Nothing while it loads. */
export function SubmissionChanges({ organizationId, seriesId, submission }: SubmissionChangesProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const differences = useQuery(
    trpc.corrections.differences.queryOptions({ organizationId, submissionId: submission.id }),
  );
  const organism = seriesOrganisms.find((candidate) => candidate === submission.organism);
  const attempt = async (action: () => Promise<unknown>): Promise<ScreenErrorCode | null> => {
    try {
      await action();
      return null;
    } catch (error) {
      return toScreenError(error).code;
    } finally {
      await queryClient.invalidateQueries(trpc.corrections.pathFilter());
    }
  };
  if (!organism) return null;
  if (!differences.data) {
    if (!differences.error) return null;
    return (
      <div className={styles.screenOnly}>
        <LazyErrorMessage
          code={toScreenError(differences.error).code}
          onRetry={() => void differences.refetch()}
          links={{
            'sign-in': toSignIn(routes.submission(organizationId, submission.id)),
            dashboard: routes.submissions(organizationId),
          }}
        />
      </div>
    );
  }
  const declaration = { organizationId, seriesId, organism };
  const showHref = routes.show(organizationId, seriesId);
  return (
    <Differences
      differences={differences.data}
      organism={organism}
      showHref={showHref}
      submissionHref={(id) => routes.submission(organizationId, id)}
      onKeepChange={(fingerprint) =>
        attempt(() => client.corrections.keepChange.mutate({ ...declaration, fingerprint }))
      }
      onCorrect={() =>
        attempt(async () => {
          await client.corrections.start.mutate({ ...declaration, submissionNumber: submission.number });
          await queryClient.invalidateQueries(trpc.declarations.pathFilter());
          router.push(showHref);
        })
      }
    />
  );
}
