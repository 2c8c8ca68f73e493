'use client';
import { useRef } from 'react';
import { formatCounted, formatDateTime } from '@/i18n/format';
import { useFocusHeir } from './use-focus-heir';
import styles from './manual.module.css';

export type PlannedDatesProps = {
  readonly planned: readonly string[];
  readonly onChange: (planned: readonly string[]) => void;
  /** What takes the focus when the last date is left out. */
  readonly heirId: string;
};

/** The dates that will be created, each of which can still be left out. */
export function PlannedDates({ planned, onChange, heirId }: PlannedDatesProps) {
  const section = useRef<HTMLElement>(null);
  useFocusHeir(section, heirId);
  return (
    <section ref={section} aria-label="Dates à créer" className="app-panel fr-mb-3w">
      <div className="app-card-head">
        <p className="fr-text--bold fr-mb-0">{formatCounted(planned.length, 'date à créer', 'dates à créer')}</p>
        <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={() => onChange([])}>
          Tout enlever
        </button>
      </div>
      <ul className={styles.planned}>
        {planned.map((startAt) => {
          const text = formatDateTime(new Date(startAt));
          return (
            <li key={startAt}>
              <span>{text}</span>
              <button
                type="button"
                className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-icon-close-line"
                title={`Enlever ${text}`}
                onClick={(event) => {
                  focusNeighbour(event.currentTarget);
                  onChange(planned.filter((other) => other !== startAt));
                }}
              >
                Enlever {text}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The button of the next date, or of the one before the last: the one that is pressed is about to go. */
function focusNeighbour(button: HTMLElement): void {
  const item = button.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  neighbour?.querySelector('button')?.focus();
}
