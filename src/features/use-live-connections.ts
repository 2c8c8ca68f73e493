'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTrpc } from './trpc';
import { writePushed } from './write-pushed';

/** Keeps the list of connections in step with what the worker does, through the server's events. */
export function useLiveConnections(organizationId: string): void {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  useSubscription(
    trpc.ticketing.onProgress.subscriptionOptions(
      { organizationId },
      {
        onData: (connections) =>
          writePushed(queryClient, trpc.ticketing.list.queryKey({ organizationId }), connections),
      },
    ),
  );
}
