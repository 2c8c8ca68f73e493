'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SeriesOrganism } from '@/domain/organism';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import { useTrpcClient } from '@/features/trpc';
import type { Gateway } from './store/autosave';
import type { DraftStore } from './store/draft-store';

type Scope = { readonly organizationId: string; readonly seriesId: string };

/** The procedures of a show as the draft needs them. */
export function useGateway(scope: Scope, store: DraftStore) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  return useMemo(() => {
    const query = trpc.declarations.get.queryOptions(scope, { staleTime: 0 });
    const gateway: Gateway = {
      save: (input) => client.declarations.save.mutate({ ...scope, ...input }),
      refetch: () => queryClient.fetchQuery(query),
      toCode: (error) => toScreenError(error).code,
    };
    const chooseOrganisms = async (organisms: readonly SeriesOrganism[]): Promise<ScreenErrorCode | null> => {
      try {
        await client.declarations.chooseOrganisms.mutate({ ...scope, organisms: [...organisms] });
        store.rebase(await queryClient.fetchQuery(query), null);
        return null;
      } catch (error) {
        return toScreenError(error).code;
      }
    };
    return { gateway, chooseOrganisms };
  }, [trpc, client, queryClient, scope, store]);
}
