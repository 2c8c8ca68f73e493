'use client';
import { useMemo, useState } from 'react';
import { formatCounted } from '@/i18n/format';
import type { TypedShow } from '@/server/manual/save-show.schema';
import { DatesBuilder } from './dates-builder';

export type AddDatesProps = {
  readonly performances: TypedShow['performances'];
  readonly isPending: boolean;
  readonly onAdd: (starts: readonly string[], taxRateBp: number | null, onDone: () => void) => void;
};

/** More dates for a show that exists; they take the rate of its last one. */
export function AddDates({ performances, isPending, onAdd }: AddDatesProps) {
  const [planned, setPlanned] = useState<readonly string[]>([]);
  const taken = useMemo(() => new Set(performances.map(({ performance }) => performance.startAt)), [performances]);
  const last = performances.at(-1);
  return (
    <section aria-labelledby="ajouter-des-dates" className="fr-mt-5w app-narrow">
      <h2 id="ajouter-des-dates" className="fr-h5">
        Ajouter des dates
      </h2>
      <DatesBuilder taken={taken} planned={planned} onChange={setPlanned} idPrefix="ajout" />
      {planned.length > 0 && (
        <button
          type="button"
          className="fr-btn"
          aria-disabled={isPending}
          onClick={() => {
            if (isPending) return;
            onAdd(planned, last ? last.performance.taxRateBp : 550, () => setPlanned([]));
          }}
        >
          Créer {formatCounted(planned.length, 'représentation')}
        </button>
      )}
    </section>
  );
}
