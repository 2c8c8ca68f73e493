'use client';
import { useId, useState, type KeyboardEvent } from 'react';
import { formatCounted } from '@/i18n/format';
import { type DatesFault, describeUnread, readList, readRepeated } from './dates-entry';
import { PlannedDates } from './planned-dates';
import type { Dates } from './use-dates';
import styles from './manual.module.css';

export type DatesBuilderProps = {
  readonly dates: Dates;
  readonly idPrefix: string;
};

/** Monday first, as on a French calendar; numbers as `Date.getUTCDay`. */
const weekdays = [
  [1, 'Lundi'],
  [2, 'Mardi'],
  [3, 'Mercredi'],
  [4, 'Jeudi'],
  [5, 'Vendredi'],
  [6, 'Samedi'],
  [0, 'Dimanche'],
] as const;

/** Several dates at once: every chosen weekday between two days, or a list pasted or typed; shown before anything is created. */
export function DatesBuilder({ dates, idPrefix }: DatesBuilderProps) {
  const { entry, fault, planned, type } = dates;
  const headingId = useId();
  const [status, setStatus] = useState('');
  const [isListOpen, setIsListOpen] = useState(false);

  const addRepeated = () => {
    const read = readRepeated(entry);
    setStatus('');
    if (!read.ok) return dates.tell(read.fault);
    const added = dates.add(read.starts, { pending: 'nothing' });
    setStatus(describe(added, read.starts.length - added, []));
  };

  const addList = () => {
    const { starts, unread } = readList(entry);
    // What could not be read stays there to be mended.
    const pending = entry.pending === 'hour' ? 'nothing' : entry.pending;
    const added = dates.add(starts, { list: unread.join('\n'), pending });
    setStatus(describe(added, starts.length - added, unread));
  };

  const mark = (field: DatesFault['field']) =>
    fault?.field === field ? { 'aria-invalid': true, 'aria-describedby': `${idPrefix}-${field}-erreur` } : {};

  const onEnter = (act: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    act();
  };

  return (
    <div>
      <fieldset className={styles.plain}>
        <legend id={headingId} tabIndex={-1} className="fr-text--bold">
          Une date, ou des dates qui se répètent
        </legend>
        <div className={styles.fields} role="presentation" onKeyDown={onEnter(addRepeated)}>
          <Field id={`${idPrefix}-du`} label="Du" hint="Premier jour">
            <input
              id={`${idPrefix}-du`}
              className="fr-input"
              type="date"
              value={entry.from}
              onChange={(event) => type({ from: event.target.value })}
              {...mark('du')}
            />
          </Field>
          <Field id={`${idPrefix}-au`} label="Au" hint="Vide pour une seule date">
            <input
              id={`${idPrefix}-au`}
              className="fr-input"
              type="date"
              value={entry.to}
              onChange={(event) => type({ to: event.target.value })}
              {...mark('au')}
            />
          </Field>
          <Field id={`${idPrefix}-heures`} label="Heure" hint="Plusieurs par jour&nbsp;: 15:00 20:30">
            <input
              id={`${idPrefix}-heures`}
              className="fr-input"
              autoComplete="off"
              value={entry.times}
              onChange={(event) => type({ times: event.target.value })}
              {...mark('heures')}
            />
          </Field>
        </div>
        <fieldset className={styles.plain}>
          <legend className="fr-label">Jours de la semaine</legend>
          <div className={styles.weekdays}>
            {weekdays.map(([day, label]) => (
              <div key={day} className="fr-checkbox-group fr-checkbox-group--sm">
                <input
                  type="checkbox"
                  id={`${idPrefix}-jour-${day}`}
                  checked={entry.days.has(day)}
                  onChange={() => type({ days: withToggled(entry.days, day) })}
                  {...mark('jour-1')}
                />
                <label className="fr-label" htmlFor={`${idPrefix}-jour-${day}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <Fault idPrefix={idPrefix} fault={fault?.field === 'liste' ? null : fault} />
        <button type="button" className="fr-btn fr-btn--secondary fr-mt-2w" onClick={addRepeated}>
          Ajouter ces dates
        </button>
      </fieldset>
      <details
        className="app-details fr-mt-3w"
        open={isListOpen || fault?.field === 'liste'}
        onToggle={(event) => setIsListOpen(event.currentTarget.open)}
      >
        <summary>Coller une liste de dates</summary>
        <div className="fr-input-group">
          <label className="fr-label" htmlFor={`${idPrefix}-liste`}>
            Une date par ligne
            <span className="fr-hint-text">
              Par exemple «&nbsp;26/06/2026 20:30&nbsp;» ou «&nbsp;vendredi 26 juin 2026 à 20&nbsp;h&nbsp;30&nbsp;».
              Sans heure, celle du dessus est prise.
            </span>
          </label>
          <textarea
            id={`${idPrefix}-liste`}
            className="fr-input"
            rows={5}
            value={entry.list}
            onChange={(event) => type({ list: event.target.value })}
            {...mark('liste')}
          />
          <Fault idPrefix={idPrefix} fault={fault?.field === 'liste' ? fault : null} />
          <button type="button" className="fr-btn fr-btn--secondary fr-mt-2w" onClick={addList}>
            Ajouter la liste
          </button>
        </div>
      </details>
      <p role="status" className="fr-mt-2w fr-mb-1w">
        {status}
      </p>
      {planned.length > 0 && (
        <PlannedDates
          planned={planned}
          heirId={headingId}
          onChange={(left) => {
            setStatus('');
            dates.setPlanned(left);
          }}
        />
      )}
    </div>
  );
}

/** What to do about a field, under the fields it is among; read aloud when it comes. */
function Fault({ idPrefix, fault }: { readonly idPrefix: string; readonly fault: DatesFault | null }) {
  return (
    <div role="status">
      {fault && (
        <p id={`${idPrefix}-${fault.field}-erreur`} className="fr-message fr-message--error fr-mt-1w">
          {fault.message}
        </p>
      )}
    </div>
  );
}

function Field({
  id,
  label,
  hint,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="fr-input-group">
      <label className="fr-label" htmlFor={id}>
        {label}
        <span className="fr-hint-text">{hint}</span>
      </label>
      {children}
    </div>
  );
}

function describe(added: number, known: number, unread: readonly string[]): string {
  return [
    added > 0 ? `${formatCounted(added, 'date ajoutée', 'dates ajoutées')}.` : 'Aucune date nouvelle.',
    ...(known > 0 ? [`${formatCounted(known, 'était déjà là', 'étaient déjà là')}.`] : []),
    ...(unread.length > 0 ? [describeUnread(unread)] : []),
  ].join(' ');
}

function withToggled(days: ReadonlySet<number>, day: number): ReadonlySet<number> {
  const next = new Set(days);
  if (!next.delete(day)) next.add(day);
  return next;
}
