'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { NewConnectionView } from './new-connection-view';

/** Connects a ticketing system, then shows its first synchronisation grow. */
export function NewConnection({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const router = useRouter();
  const queryClient = useQueryClient();
  const connect = useMutation(
    trpc.ticketing.connect.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.ticketing.list.queryFilter({ organizationId }));
        router.push(routes.connections(organizationId));
      },
    }),
  );
  return (
    <NewConnectionView
      error={connect.error ? toScreenError(connect.error) : null}
      isPending={connect.isPending || connect.isSuccess}
      onConnect={(system, keys) => connect.mutate({ organizationId, system, ...keys })}
      connectionsHref={routes.connections(organizationId)}
      todoHref={routes.todo(organizationId)}
      newShowHref={routes.newShow(organizationId)}
      newImportHref={routes.newImport(organizationId)}
    />
  );
}
