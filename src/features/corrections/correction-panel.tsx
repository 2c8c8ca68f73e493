'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { TransmittableOrganism } from '@/domain/organism';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { CorrectionView } from './correction-view';

export type CorrectionPanelProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly organism: TransmittableOrganism;
  readonly correctedBy: string | null;
};

/** A correction under way, with the server behind it. */
export function CorrectionPanel({ organizationId, seriesId, organism, correctedBy }: CorrectionPanelProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const scope = { organizationId, seriesId, organism };
  const query = useQuery(trpc.declarations.correction.queryOptions(scope));
  const attempt = async (action: () => Promise<unknown>): Promise<ScreenErrorCode | null> => {
    try {
      await action();
      await queryClient.invalidateQueries(trpc.declarations.pathFilter());
      return null;
    } catch (error) {
      void query.refetch();
      return toScreenError(error).code;
    }
  };
  return (
    <CorrectionView
      organism={organism}
      correctedBy={correctedBy}
      correction={query.data ?? null}
      onRefresh={() => void query.refetch()}
      onCancel={(restore) => attempt(() => client.declarations.cancelCorrection.mutate({ ...scope, restore }))}
      onLetterSent={() =>
        attempt(async () => {
          const shown = query.data?.version;
          if (shown === undefined) return;
          const { submissionId } = await client.declarations.recordLetter.mutate({ ...scope, version: shown });
          router.push(routes.submission(organizationId, submissionId));
        })
      }
    />
  );
}
