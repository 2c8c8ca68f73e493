'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { useDraftSession, useSaveStatus } from '../draft-context';

export type RepeatedNoteProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly from: { readonly id: string; readonly name: string };
};

/** Of which show this one took the answers, with the way back as long as nothing was changed. */
export function RepeatedNote({ organizationId, seriesId, from }: RepeatedNoteProps) {
  const trpc = useTrpc();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { store } = useDraftSession();
  // Read at each save: after the first one there is something of the person’s own to lose.
  useSaveStatus();
  const undo = useMutation(
    trpc.manual.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.series.pathFilter());
        router.push(routes.show(organizationId, from.id));
      },
    }),
  );
  if (store.version !== 1 || store.isPending()) return null;
  const isPending = undo.isPending || undo.isSuccess;
  return (
    <div className="app-panel fr-mb-3w">
      {undo.error && <LazyErrorMessage code={toScreenError(undo.error).code} takesFocus />}
      <p className="app-break">
        Ce spectacle reprend les réponses de{' '}
        <PageLink href={routes.show(organizationId, from.id)}>{from.name}</PageLink>. Vérifiez-les, puis saisissez ses
        dates et ses recettes.
      </p>
      <button
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--sm"
        aria-disabled={isPending}
        onClick={() => !isPending && undo.mutate({ organizationId, seriesId, version: 1, performanceIds: null })}
      >
        Annuler la reprise
      </button>
    </div>
  );
}
