'use client';
import { useMemo, useRef } from 'react';
import { formatCounted } from '@/i18n/format';
import type { TypedShow } from '@/server/manual/save-show.schema';
import { DatesBuilder } from './dates-builder';
import { useDates } from './use-dates';
import { useFocusHeir } from './use-focus-heir';

export type AddDatesProps = {
  readonly performances: TypedShow['performances'];
  readonly isPending: boolean;
  readonly onAdd: (starts: readonly string[], taxRateBp: number | null, onDone: () => void) => void;
};

const headingId = 'ajouter-des-dates';

/** More dates for a show that exists; they take the rate of its last one. */
export function AddDates({ performances, isPending, onAdd }: AddDatesProps) {
  const taken = useMemo(() => new Set(performances.map(({ performance }) => performance.startAt)), [performances]);
  const dates = useDates(taken);
  const last = performances.at(-1);
  const add = () => {
    const { all } = dates;
    if (!all.ok) return dates.tell(all.fault);
    if (isPending) return;
    onAdd(all.starts, last ? last.performance.taxRateBp : 550, () => dates.settle(all.starts));
  };
  return (
    <section aria-labelledby={headingId} className="fr-mt-5w app-narrow">
      <h2 id={headingId} tabIndex={-1} className="fr-h5">
        Ajouter des dates
      </h2>
      <DatesBuilder dates={dates} idPrefix="ajout" />
      {dates.count > 0 && <Create count={dates.count} isPending={isPending} onCreate={add} />}
    </section>
  );
}

function Create({
  count,
  isPending,
  onCreate,
}: {
  readonly count: number;
  readonly isPending: boolean;
  readonly onCreate: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, headingId);
  return (
    <button ref={button} type="button" className="fr-btn" aria-disabled={isPending} onClick={onCreate}>
      Créer {formatCounted(count, 'représentation')}
    </button>
  );
}
