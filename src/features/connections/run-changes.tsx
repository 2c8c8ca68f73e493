'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadState } from '@/components/feedback/load-state';
import { routes } from '@/features/routes';
import { toScreenError } from '@/features/screen-error';
import { useTrpc } from '@/features/trpc';
import { formatCounted } from '@/i18n/format';
import { ChangesList } from './changes-list';

export type RunChangesProps = {
  readonly organizationId: string;
  readonly runId: string;
  /** How many can be listed. */
  readonly count: number;
};

/** Folded: what a run changed is asked for when a person opens it. */
export function RunChanges({ organizationId, runId, count }: RunChangesProps) {
  const trpc = useTrpc();
  const [isOpen, setIsOpen] = useState(false);
  const [page, setPage] = useState(1);
  const changes = useQuery({
    ...trpc.ticketing.listChanges.queryOptions({ organizationId, runId, page }),
    enabled: isOpen,
    placeholderData: (previous) => previous,
  });
  return (
    <details className="app-details" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Ce qui a changé ({formatCounted(count, 'point')})</summary>
      {changes.data ? (
        <ChangesList
          changes={changes.data}
          toShowHref={(seriesId) => routes.show(organizationId, seriesId)}
          onPage={setPage}
        />
      ) : (
        isOpen && (
          <LoadState error={changes.error && toScreenError(changes.error)} onRetry={() => void changes.refetch()} />
        )
      )}
    </details>
  );
}
