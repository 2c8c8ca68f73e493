'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import dynamic from 'next/dynamic';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { forgetSendings } from '@/features/forget-sendings';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import { writePushed } from '@/features/write-pushed';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { Resolution } from './resolve-form';
import { QuarterSubmission } from './quarter-submission';
import { SubmissionView } from './submission-view';

/** Out of the first load: the proof comes first. */
const QuarterChanges = dynamic(async () => (await import('./quarter-changes')).QuarterChanges, { ssr: false });
const SubmissionChanges = dynamic(async () => (await import('./submission-changes')).SubmissionChanges, { ssr: false });

export type SubmissionScreenProps = { readonly organizationId: string; readonly submissionId: string };

/** One submission, followed live. */
export function SubmissionScreen({ organizationId, submissionId }: SubmissionScreenProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const scope = { organizationId, submissionId };
  const options = trpc.submissions.get.queryOptions(scope);
  const query = useQuery(options);
  const seriesId = query.data?.seriesId ?? undefined;
  const others = useQuery(
    trpc.submissions.list.queryOptions({ organizationId, seriesId }, { enabled: seriesId !== undefined }),
  );
  useSubscription(
    trpc.submissions.onChange.subscriptionOptions(scope, {
      onData: (submission) => {
        writePushed(queryClient, options.queryKey, submission);
        void queryClient.invalidateQueries(trpc.corrections.differences.pathFilter());
      },
    }),
  );

  if (!query.data) {
    return (
      <div className="fr-container fr-my-6w">
        {query.error ? (
          <LazyErrorMessage
            code={toScreenError(query.error).code}
            onRetry={() => void query.refetch()}
            links={{
              'sign-in': toSignIn(routes.submission(organizationId, submissionId)),
              dashboard: routes.submissions(organizationId),
            }}
          />
        ) : (
          <p role="status">Chargement de l’envoi…</p>
        )}
      </div>
    );
  }

  const attempt = async (action: () => Promise<unknown>): Promise<ScreenErrorCode | null> => {
    try {
      await action();
      await forgetSendings(queryClient, trpc, { onScreen: 'asked' });
      return null;
    } catch (error) {
      return toScreenError(error).code;
    }
  };

  if (query.data.period !== null) {
    return (
      <QuarterSubmission
        submission={query.data}
        quarterHref={routes.quarter(organizationId, query.data.period)}
        listHref={routes.submissions(organizationId)}
        changes={<QuarterChanges {...scope} />}
      />
    );
  }

  return (
    <SubmissionView
      submission={query.data}
      others={(others.data?.rows ?? []).filter(({ id }) => id !== submissionId)}
      showHref={routes.show(organizationId, query.data.seriesId ?? '')}
      listHref={routes.submissions(organizationId)}
      submissionHref={(id) => routes.submission(organizationId, id)}
      changes={
        seriesId && <SubmissionChanges organizationId={organizationId} seriesId={seriesId} submission={query.data} />
      }
      onRetry={() => attempt(() => client.submissions.retry.mutate(scope))}
      onRetryDocuments={() => attempt(() => client.submissions.retryDocuments.mutate(scope))}
      onResolve={(resolution: Resolution) =>
        attempt(() => client.submissions.resolve.mutate({ ...scope, ...resolution }))
      }
      onAnswer={(answer) => attempt(() => client.submissions.answer.mutate({ ...scope, ...answer }))}
    />
  );
}
