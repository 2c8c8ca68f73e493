'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { CreateShowView } from './create-show-view';
import { toNewPerformances } from './to-new-performances';

/** Creates a show with its dates, then goes where its figures are typed. */
export function CreateShow({ organizationId }: { readonly organizationId: string }) {
  const trpc = useTrpc();
  const router = useRouter();
  const queryClient = useQueryClient();
  // One key for the life of the form: sent twice, it makes one show.
  const [key] = useState(() => crypto.randomUUID());
  const create = useMutation(
    trpc.manual.create.mutationOptions({
      onSuccess: async ({ seriesId }) => {
        await queryClient.invalidateQueries(trpc.series.pathFilter());
        router.push(routes.typedShow(organizationId, seriesId));
      },
    }),
  );
  return (
    <CreateShowView
      error={create.error ? toScreenError(create.error) : null}
      isPending={create.isPending || create.isSuccess}
      onCreate={({ name, starts, taxRateBp }) =>
        create.mutate({ organizationId, key, name, performances: toNewPerformances(starts, taxRateBp) })
      }
      newConnectionHref={routes.newConnection(organizationId)}
    />
  );
}
