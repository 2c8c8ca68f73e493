'use client';
import { formatCounted, formatDateTime } from '@/i18n/format';
import styles from './manual.module.css';

/** The dates that will be created, each of which can still be left out. */
export function PlannedDates({
  planned,
  onChange,
}: {
  readonly planned: readonly string[];
  readonly onChange: (planned: readonly string[]) => void;
}) {
  if (planned.length === 0) return null;
  return (
    <section aria-label="Dates à créer" className="app-panel fr-mb-3w">
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
                onClick={() => onChange(planned.filter((other) => other !== startAt))}
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
