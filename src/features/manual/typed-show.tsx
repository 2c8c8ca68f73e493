'use client';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import { PageLink } from '@/components/navigation/page-link';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { formatCounted } from '@/i18n/format';
import { toNewPerformances } from './to-new-performances';
import { Removed } from './removed';
import { TypedShowView } from './typed-show-view';
import { useKeptRows } from './use-kept-rows';

type Removal = { readonly removalId: string; readonly sentence: string; readonly isWhole: boolean };

/** A show typed by hand, changed on the version that is on screen. */
export function TypedShow({
  organizationId,
  seriesId,
  viewerId,
}: {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly viewerId: string;
}) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const scope = { organizationId, seriesId };
  const kept = useKeptRows({ userId: viewerId, seriesId });
  const [removal, setRemoval] = useState<Removal | null>(null);
  const [status, setStatus] = useState('');
  const isGone = removal?.isWhole === true;
  const show = useQuery(trpc.manual.get.queryOptions(isGone ? skipToken : scope));
  const refresh = async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.manual.get.queryFilter(scope)),
      queryClient.invalidateQueries(trpc.series.pathFilter()),
      queryClient.invalidateQueries(trpc.declarations.get.queryFilter(scope)),
    ]);
  };
  // After a refusal too: what is on screen may be what made it stale.
  const save = useMutation(trpc.manual.save.mutationOptions({ onSettled: refresh }));
  const remove = useMutation(trpc.manual.remove.mutationOptions({ onError: refresh }));
  const restore = useMutation(trpc.manual.restore.mutationOptions());
  const isPending = save.isPending || remove.isPending || restore.isPending;
  const error = save.error ?? remove.error ?? restore.error;
  const start = () => {
    for (const mutation of [save, remove, restore]) mutation.reset();
    setStatus('');
  };
  const putBack = () => {
    if (!removal) return;
    start();
    restore.mutate(
      { organizationId, removalId: removal.removalId },
      {
        onSuccess: async () => {
          setRemoval(null);
          await refresh();
          setStatus('C’est remis.');
        },
      },
    );
  };

  if (removal && isGone) {
    return (
      <div className="fr-container fr-my-5w">
        <h1>Spectacle supprimé</h1>
        {error && <LoadState error={toScreenError(error)} onRetry={putBack} />}
        <Removed sentence={removal.sentence} isPending={isPending} onRestore={putBack} />
        <PageLink className="fr-link" href={routes.shows(organizationId)}>
          Voir mes spectacles
        </PageLink>
      </div>
    );
  }
  if (!show.data)
    return <LoadState error={show.error && toScreenError(show.error)} onRetry={() => void show.refetch()} />;
  const { version, name } = show.data;
  return (
    <TypedShowView
      show={show.data}
      kept={kept}
      error={error ? toScreenError(error) : null}
      isPending={isPending}
      status={status}
      removed={removal?.sentence ?? null}
      onSave={({ name: newName, add, change = [] }, onDone) => {
        start();
        setRemoval(null);
        const performances = add ? toNewPerformances(add.starts, add.taxRateBp) : [];
        // The promise answers even when the page was left meanwhile: what the server took is not kept as unsaved.
        save.mutateAsync({ ...scope, version, name: newName, add: performances, change: [...change] }).then(
          () => {
            onDone();
            setStatus(describeSave(performances.length, newName));
          },
          () => {
            // The refusal is `save.error`.
          },
        );
      }}
      onRemove={(performanceIds) => {
        start();
        remove.mutate(
          { ...scope, version, performanceIds: performanceIds && [...performanceIds] },
          {
            onSuccess: async ({ removalId }) => {
              const isWhole = performanceIds === null;
              const sentence = isWhole
                ? `Le spectacle «\u00a0${name}\u00a0» est supprimé. Vous pouvez le retrouver pendant une journée.`
                : `${formatCounted(performanceIds.length, 'représentation retirée', 'représentations retirées')}.`;
              setRemoval({ removalId, sentence, isWhole });
              if (isWhole) await queryClient.invalidateQueries(trpc.series.pathFilter());
              else await refresh();
            },
          },
        );
      }}
      onRestore={putBack}
      showHref={routes.show(organizationId, seriesId)}
      repeatHref={routes.repeatShow(organizationId, seriesId)}
    />
  );
}

function describeSave(added: number, newName: string | undefined): string {
  if (added > 0) return `${formatCounted(added, 'représentation créée', 'représentations créées')}.`;
  return newName === undefined ? 'C’est enregistré.' : 'Le spectacle est renommé.';
}
