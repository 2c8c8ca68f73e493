'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { RepeatShowView } from './repeat-show-view';

/** Takes a past show over for a new season, then opens what it made. */
export function RepeatShow({
  organizationId,
  seriesId,
}: {
  readonly organizationId: string;
  readonly seriesId: string;
}) {
  const trpc = useTrpc();
  const router = useRouter();
  const queryClient = useQueryClient();
  const scope = { organizationId, seriesId };
  // One key for the life of the form: sent twice, it makes one show.
  const [key] = useState(() => crypto.randomUUID());
  const proposal = useQuery(trpc.manual.proposeRepeat.queryOptions(scope));
  const repeat = useMutation(
    trpc.manual.repeat.mutationOptions({
      onSuccess: async (created) => {
        await queryClient.invalidateQueries(trpc.series.pathFilter());
        router.push(routes.show(organizationId, created.seriesId));
      },
    }),
  );
  if (!proposal.data)
    return (
      <LoadState error={proposal.error && toScreenError(proposal.error)} onRetry={() => void proposal.refetch()} />
    );
  return (
    <RepeatShowView
      proposal={proposal.data}
      error={repeat.error ? toScreenError(repeat.error) : null}
      isPending={repeat.isPending || repeat.isSuccess}
      onRepeat={({ name, withExpenses, starts }) =>
        repeat.mutate({
          ...scope,
          key,
          name,
          withExpenses,
          starts: starts.map((startAt) => ({ key: crypto.randomUUID(), startAt })),
        })
      }
      showHref={routes.show(organizationId, seriesId)}
      connectionsHref={routes.connections(organizationId)}
    />
  );
}
