'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { QuarterView } from './quarter-view';

/** One quarter of a structure, with the server behind it. */
export function Quarter({ organizationId, period }: { readonly organizationId: string; readonly period: string }) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const scope = { organizationId, period };
  const query = useQuery(trpc.sibil.getQuarter.queryOptions(scope));
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** What the person really has in hand: the page may have been refreshed since. */
  const downloaded = useRef<string | null>(null);
  const quarter = query.data;
  if (!quarter)
    return <LoadState error={query.error && toScreenError(query.error)} onRetry={() => void query.refetch()} />;

  const attempt = async (action: () => Promise<unknown>): Promise<ScreenErrorCode | null> => {
    setBusy(true);
    let code: ScreenErrorCode | null = null;
    try {
      await action();
    } catch (error) {
      code = toScreenError(error).code;
    }
    await queryClient.invalidateQueries({ queryKey: trpc.sibil.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.series.todo.queryKey({ organizationId }) });
    setBusy(false);
    return code;
  };

  return (
    <QuarterView
      quarter={quarter}
      isBusy={isBusy}
      failure={failure}
      onReload={() => {
        downloaded.current = null;
        setFailure(null);
        void query.refetch();
      }}
      onKind={(venueId, kind) =>
        void attempt(() => client.sibil.setVenueKind.mutate({ organizationId, venueId, kind })).then(setFailure)
      }
      onDownload={() => (downloaded.current = quarter.file?.sha256 ?? null)}
      onDeclared={() => {
        const sha256 = downloaded.current ?? quarter.file?.sha256;
        if (sha256 !== undefined)
          void attempt(() => client.sibil.markDeclared.mutate({ ...scope, sha256 })).then(setFailure);
      }}
      onAnswer={async (answer) => {
        const submissionId = quarter.submission?.id;
        if (submissionId === undefined) return 'not-found';
        return attempt(() => client.submissions.answer.mutate({ organizationId, submissionId, ...answer }));
      }}
      listHref={routes.quarters(organizationId)}
      fileHref={routes.quarterFile(organizationId, period)}
      toShowHref={(seriesId) => routes.show(organizationId, seriesId)}
      toIssueHref={(seriesId, { field, performanceId }) => {
        const anchor =
          performanceId === undefined ? field : field.replace(/^performances/, `performances.${performanceId}`);
        return `${routes.show(organizationId, seriesId)}#${anchor}`;
      }}
    />
  );
}
