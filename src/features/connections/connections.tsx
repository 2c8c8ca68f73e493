'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { useLiveConnections } from '@/features/use-live-connections';
import type { ConnectionView } from '@/server/ticketing/list-connections.schema';
import { ConnectionCard, type ConnectionAction } from './connection-card';
import { ConnectionsView } from './connections-view';

/** The connections of a structure, kept up to date while the page is open. */
export function Connections({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const list = useQuery(trpc.ticketing.list.queryOptions({ organizationId }));
  useLiveConnections(organizationId);
  if (!list.data)
    return <LoadState error={list.error && toScreenError(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <ConnectionsView
      connections={list.data}
      newConnectionHref={routes.newConnection(organizationId)}
      apiKeysHref={routes.apiKeys(organizationId)}
      renderCard={(connection) => <LiveCard organizationId={organizationId} connection={connection} />}
    />
  );
}

function LiveCard({
  organizationId,
  connection,
}: {
  readonly organizationId: string;
  readonly connection: ConnectionView;
}) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const scope = { organizationId, connectionId: connection.id };
  const onSuccess = () => queryClient.invalidateQueries(trpc.ticketing.list.queryFilter({ organizationId }));
  const synchronize = useMutation(trpc.ticketing.synchronize.mutationOptions({ onSuccess }));
  const replaceKeys = useMutation(trpc.ticketing.replaceCredentials.mutationOptions({ onSuccess }));
  const disconnect = useMutation(trpc.ticketing.disconnect.mutationOptions({ onSuccess }));

  const pending: ConnectionAction | null = synchronize.isPending
    ? 'synchronize'
    : replaceKeys.isPending
      ? 'replace-keys'
      : disconnect.isPending
        ? 'disconnect'
        : null;
  const error = synchronize.error ?? replaceKeys.error ?? disconnect.error;
  const forget = () => [synchronize, replaceKeys, disconnect].forEach((mutation) => mutation.reset());

  return (
    <ConnectionCard
      connection={connection}
      connectionsHref={routes.connections(organizationId)}
      reconnectHref={routes.newConnection(organizationId)}
      showsHref={routes.shows(organizationId)}
      historyHref={routes.connectionHistory(organizationId, connection.id)}
      apiKeysHref={routes.apiKeys(organizationId)}
      newShowHref={routes.newShow(organizationId)}
      newImportHref={routes.newImport(organizationId)}
      action={{ pending, error: error && toScreenError(error) }}
      onSynchronize={() => {
        forget();
        synchronize.mutate(scope);
      }}
      onReplaceKeys={(keys, onDone) => {
        forget();
        replaceKeys.mutate({ ...scope, ...keys }, { onSuccess: onDone });
      }}
      onDisconnect={() => {
        forget();
        disconnect.mutate(scope);
      }}
    />
  );
}
