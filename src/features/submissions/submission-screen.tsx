'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useRouter } from 'next/navigation';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { transmittableOrganisms } from '@/domain/organism';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { Resolution } from './resolve-form';
import { SubmissionView } from './submission-view';

export type SubmissionScreenProps = { readonly organizationId: string; readonly submissionId: string };

/** One submission, followed live. */
export function SubmissionScreen({ organizationId, submissionId }: SubmissionScreenProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const scope = { organizationId, submissionId };
  const options = trpc.submissions.get.queryOptions(scope);
  const query = useQuery(options);
  const seriesId = query.data?.seriesId;
  const others = useQuery(
    trpc.submissions.list.queryOptions({ organizationId, seriesId }, { enabled: seriesId !== undefined }),
  );
  const differences = useQuery(trpc.submissions.differences.queryOptions(scope));
  useSubscription(
    trpc.submissions.onChange.subscriptionOptions(scope, {
      onData: (submission) => {
        queryClient.setQueryData(options.queryKey, submission);
        void queryClient.invalidateQueries(trpc.submissions.differences.queryFilter(scope));
      },
    }),
  );

  if (!query.data) {
    return (
      <div className="fr-container fr-my-6w">
        {query.error ? (
          <LazyErrorMessage
            code={toScreenError(query.error).code}
            differences={differences.data ?? null}
      onKeepChange={(fingerprint) =>
        attempt(() => client.declarations.keepChange.mutate({ ...declaration, fingerprint }))
      }
      onCorrect={() =>
        attempt(async () => {
          const transmittable = transmittableOrganisms.find((candidate) => candidate === organism);
          if (!transmittable) return;
          await client.declarations.startCorrection.mutate({
            ...declaration,
            organism: transmittable,
            submissionNumber: number,
          });
          await queryClient.invalidateQueries(trpc.declarations.get.queryFilter());
          router.push(routes.show(organizationId, shownSeriesId));
        })
      }
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
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: options.queryKey }),
        queryClient.invalidateQueries(trpc.submissions.differences.queryFilter(scope)),
      ]);
      return null;
    } catch (error) {
      return toScreenError(error).code;
    }
  };

  const { seriesId: shownSeriesId, organism, number } = query.data;
  const declaration = { organizationId, seriesId: shownSeriesId, organism };
  return (
    <SubmissionView
      submission={query.data}
      others={(others.data?.rows ?? []).filter(({ id }) => id !== submissionId)}
      showHref={routes.show(organizationId, query.data.seriesId)}
      listHref={routes.submissions(organizationId)}
      submissionHref={(id) => routes.submission(organizationId, id)}
      onRetry={() => attempt(() => client.submissions.retry.mutate(scope))}
      onResolve={(resolution: Resolution) =>
        attempt(() => client.submissions.resolve.mutate({ ...scope, ...resolution }))
      }
    />
  );
}
