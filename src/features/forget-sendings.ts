import type { QueryClient } from '@tanstack/react-query';
import type { useTrpc } from './trpc';

/**
 * Something was sent, answered or settled: shows, lists, «À faire» and what is planned are asked again, those on screen at once,
 * the others when a person comes back to them. `onScreen: 'kept'` leaves alone a page that another one is about to replace.
 */
export async function forgetSendings(
  queryClient: QueryClient,
  trpc: ReturnType<typeof useTrpc>,
  { onScreen }: { readonly onScreen: 'kept' | 'asked' },
): Promise<void> {
  const refetchType = onScreen === 'kept' ? 'none' : 'active';
  const rooms = [trpc.declarations, trpc.series, trpc.submissions, trpc.corrections, trpc.automation, trpc.sibil];
  await Promise.all(rooms.map((room) => queryClient.invalidateQueries({ ...room.pathFilter(), refetchType })));
}
