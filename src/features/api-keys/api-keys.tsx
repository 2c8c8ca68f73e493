'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import type { ApiKeyView } from '@/server/api-keys/api-key.schema';
import { ApiKeysView } from './api-keys-view';
import { CreatedKey } from './created-key';
import { KeyCard } from './key-card';
import { NewKeyForm } from './new-key-form';

/** The keys of the push API of a structure. The one just made lives in the memory of this page alone. */
export function ApiKeys({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const list = useQuery(trpc.apiKeys.list.queryOptions({ organizationId }));
  const [created, setCreated] = useState<{ readonly editor: string; readonly token: string } | null>(null);
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      // No copy of the key stays behind in the cache of mutations.
      gcTime: 0,
      onSuccess: ({ token }, { editor }) => {
        setCreated({ editor, token });
        create.reset();
        return queryClient.invalidateQueries(trpc.apiKeys.list.queryFilter({ organizationId }));
      },
    }),
  );
  if (!list.data)
    return <LoadState error={list.error && toScreenError(list.error)} onRetry={() => void list.refetch()} />;
  return (
    <ApiKeysView
      keys={list.data}
      connectionsHref={routes.connections(organizationId)}
      helpHref={routes.pushApi}
      creation={
        created ? (
          <CreatedKey {...created} onDone={() => setCreated(null)} />
        ) : (
          <NewKeyForm
            error={create.error && toScreenError(create.error)}
            isPending={create.isPending}
            onCreate={(key) => create.mutate({ organizationId, ...key })}
          />
        )
      }
      renderKey={(key) => <LiveKey organizationId={organizationId} apiKey={key} />}
    />
  );
}

function LiveKey({ organizationId, apiKey }: { readonly organizationId: string; readonly apiKey: ApiKeyView }) {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKeys.list.queryFilter({ organizationId })),
    }),
  );
  return (
    <KeyCard
      apiKey={apiKey}
      isRevoking={revoke.isPending}
      error={revoke.error && toScreenError(revoke.error)}
      onRevoke={() => revoke.mutate({ organizationId, apiKeyId: apiKey.id })}
    />
  );
}
