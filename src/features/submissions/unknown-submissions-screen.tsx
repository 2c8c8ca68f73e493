'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import { UnknownSubmissionsView } from './unknown-submissions-view';

/** «Envois à vérifier» with the server behind it. */
export function UnknownSubmissionsScreen() {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const query = useQuery(trpc.administration.unknownSubmissions.queryOptions());
  if (!query.data) {
    return <LoadState error={query.error && toScreenError(query.error)} onRetry={() => void query.refetch()} />;
  }
  return (
    <UnknownSubmissionsView
      rows={query.data.rows}
      total={query.data.total}
      onResolve={async ({ id, organizationId }, resolution) => {
        try {
          await client.administration.settleSubmission.mutate({ organizationId, submissionId: id, ...resolution });
          await queryClient.invalidateQueries(trpc.administration.unknownSubmissions.queryFilter());
          return null;
        } catch (error) {
          return toScreenError(error).code;
        }
      }}
    />
  );
}
