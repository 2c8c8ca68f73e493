'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import type { TransmittableOrganism } from '@/domain/organism';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import { AgenciesView } from './agencies-view';
import { ImportForm } from './import-form';

export type AgenciesScreenProps = {
  readonly organism: TransmittableOrganism;
  /** Looked for; empty for the whole list. */
  readonly postalCode: string;
};

/** The agencies of an organism, for admins: who serves where, the import of a new list, the past ones. */
export function AgenciesScreen({ organism, postalCode }: AgenciesScreenProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const list = useQuery(trpc.agencies.list.queryOptions({ organism, postalCode }));
  const history = useQuery(trpc.agencies.history.queryOptions({ organism }));
  if (!list.data || !history.data) {
    const error = list.error ?? history.error;
    return (
      <LoadState
        error={error && toScreenError(error)}
        onRetry={() => void Promise.all([list.refetch(), history.refetch()])}
      />
    );
  }
  return (
    <AgenciesView
      organism={organism}
      postalCode={postalCode}
      page={list.data}
      history={history.data}
      importForm={
        <ImportForm
          organism={organism}
          onPreview={(file) => client.agencies.preview.mutate({ organism, ...file })}
          onImport={async (file) => {
            const counts = await client.agencies.import.mutate({ organism, ...file });
            await Promise.all([
              queryClient.invalidateQueries(trpc.agencies.list.queryFilter()),
              queryClient.invalidateQueries(trpc.agencies.history.queryFilter()),
            ]);
            return counts;
          }}
        />
      }
    />
  );
}
