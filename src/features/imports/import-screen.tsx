'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useRouter } from 'next/navigation';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { writePushed } from '@/features/write-pushed';
import { ImportView } from './import-view';

/** A file being read, then confirmed, kept in step with what the worker does. */
export function ImportScreen({
  organizationId,
  importId,
}: {
  readonly organizationId: string;
  readonly importId: string;
}) {
  const trpc = useTrpc();
  const router = useRouter();
  const queryClient = useQueryClient();
  const scope = { organizationId, importId };
  const file = useQuery(trpc.imports.get.queryOptions(scope));
  useSubscription(
    trpc.imports.onChange.subscriptionOptions(scope, {
      onData: (data) => {
        writePushed(queryClient, trpc.imports.get.queryKey(scope), data);
        if (data.state === 'stored') void queryClient.invalidateQueries(trpc.series.pathFilter());
      },
    }),
  );
  const refresh = () => queryClient.invalidateQueries(trpc.imports.get.queryFilter(scope));
  const change = useMutation(trpc.imports.changeMapping.mutationOptions({ onSettled: refresh }));
  const confirm = useMutation(trpc.imports.confirm.mutationOptions({ onSettled: refresh }));
  const abandon = useMutation(
    trpc.imports.abandon.mutationOptions({ onSuccess: () => router.push(routes.newImport(organizationId)) }),
  );
  if (!file.data)
    return <LoadState error={file.error && toScreenError(file.error)} onRetry={() => void file.refetch()} />;
  const { revision } = file.data;
  const error = change.error ?? confirm.error ?? abandon.error;
  const start = () => [change, confirm, abandon].forEach((mutation) => mutation.reset());
  return (
    <ImportView
      file={file.data}
      error={error ? toScreenError(error) : null}
      isPending={change.isPending || confirm.isPending || abandon.isPending || abandon.isSuccess}
      onReadAgain={(mapping) => {
        start();
        change.mutate({ ...scope, revision, mapping });
      }}
      onConfirm={(label) => {
        start();
        confirm.mutate({ ...scope, revision, label });
      }}
      onAbandon={() => {
        start();
        abandon.mutate(scope);
      }}
      showsHref={routes.shows(organizationId)}
      newImportHref={routes.newImport(organizationId)}
    />
  );
}
