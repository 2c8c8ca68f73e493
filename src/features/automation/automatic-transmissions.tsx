'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TransmittableOrganism } from '@/domain/organism';
import { toScreenError } from '@/features/screen-error';
import { useTrpc, useTrpcClient } from '@/features/trpc';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { AutomaticView } from '@/server/automation/automation.schema';
import { AutomaticTransmissionsView } from './automatic-transmissions-view';
import { PlannedTransmissionsView } from './planned-transmissions-view';

export type AutomaticTransmissionsProps = {
  readonly organizationId: string;
  readonly seriesId: string;
  /** `planned`: only what is about to leave, as a banner. */
  readonly shows: 'all' | 'planned';
};

/** What may leave by itself of a show, with the server behind it. Nothing while it is read: nobody waits for it. */
export function AutomaticTransmissions({ organizationId, seriesId, shows }: AutomaticTransmissionsProps) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const scope = { organizationId, seriesId };
  const query = useQuery(trpc.automation.get.queryOptions(scope));
  const organisms = query.data?.organisms ?? [];

  const run = async (work: () => Promise<AutomaticView>): Promise<ScreenErrorCode | null> => {
    try {
      const next = await work();
      queryClient.setQueryData(trpc.automation.get.queryKey(scope), (known) => ({
        organisms: (known?.organisms ?? []).map((one) => (one.organism === next.organism ? next : one)),
      }));
      return null;
    } catch (error) {
      void query.refetch();
      return toScreenError(error).code;
    }
  };
  const allow = (organism: TransmittableOrganism) =>
    run(() => client.automation.allow.mutate({ ...scope, organism, truthful: true }));
  const stop = (organism: TransmittableOrganism) => run(() => client.automation.stop.mutate({ ...scope, organism }));

  if (shows === 'planned') return <PlannedTransmissionsView organisms={organisms} onStop={stop} />;
  return <AutomaticTransmissionsView organisms={organisms} onAllow={allow} onStop={stop} />;
}
