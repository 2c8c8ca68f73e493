'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import type { SeriesOrganism } from '@/domain/organism';
import type { DraftStore } from '../store/draft-store';
import { routes, toSignIn } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { CorrectionView } from './correction-view';

export type CorrectionPanelProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly organism: SeriesOrganism;
  readonly correctedBy: string | null;
  /** The form: what the correction changes is read again each time it is saved, by anybody. */
  readonly store: DraftStore;
  readonly version: number;
  /** Saves what is typed and not saved yet. */
  readonly onFlush: () => Promise<void>;
};

/** A correction under way, with the server behind it. */
export function CorrectionPanel(props: CorrectionPanelProps) {
  const { organizationId, seriesId, organism, correctedBy, store, version, onFlush } = props;
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const scope = { organizationId, seriesId, organism };
  const { data, error, refetch } = useQuery(trpc.corrections.get.queryOptions(scope));
  const savedAt = useSyncExternalStore(
    (listener) => store.subscribe('status', listener),
    () => toSavedAt(store),
    () => toSavedAt(store),
  );
  useEffect(() => {
    if (savedAt !== null) void refetch();
  }, [refetch, savedAt, version]);
  const attempt = async (action: () => Promise<unknown>): Promise<ScreenErrorCode | null> => {
    try {
      await onFlush();
      await action();
      await Promise.all([
        queryClient.invalidateQueries(trpc.declarations.pathFilter()),
        queryClient.invalidateQueries(trpc.corrections.pathFilter()),
      ]);
      return null;
    } catch (error) {
      void refetch();
      return toScreenError(error).code;
    }
  };
  return (
    <CorrectionView
      organism={organism}
      correctedBy={correctedBy}
      correction={data ?? null}
      loadError={data || !error ? null : toScreenError(error).code}
      onRetry={() => void refetch()}
      links={{
        'sign-in': toSignIn(routes.show(organizationId, seriesId)),
        dashboard: routes.shows(organizationId),
      }}
      transmitHref={routes.transmit(organizationId, seriesId)}
      onCancel={(restore) => attempt(() => client.corrections.cancel.mutate({ ...scope, restore }))}
      onLetterSent={(letterSha256) =>
        attempt(async () => {
          const input = { organizationId, seriesId, organism: 'SACD', letterSha256 } as const;
          const { submissionId } = await client.corrections.recordLetter.mutate(input);
          router.push(routes.submission(organizationId, submissionId));
        })
      }
    />
  );
}

function toSavedAt(store: DraftStore): string | null {
  const status = store.getStatus();
  return status.kind === 'saved' ? status.at : null;
}
