'use client';
import { useId, useState, type KeyboardEvent } from 'react';
import { parseDateLine, repeatDates, toStartAt } from '@/domain/ticketing/planned-dates';
import { formatCounted } from '@/i18n/format';
import { PlannedDates } from './planned-dates';
import styles from './manual.module.css';

export type DatesBuilderProps = {
  /** Starts that exist already, or are planned: they are not planned twice. ISO-8601 UTC. */
  readonly taken: ReadonlySet<string>;
  readonly planned: readonly string[];
  readonly onChange: (planned: readonly string[]) => void;
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
export function DatesBuilder({ taken, planned, onChange, idPrefix }: DatesBuilderProps) {
  const statusId = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [times, setTimes] = useState('20:30');
  const [days, setDays] = useState<ReadonlySet<number>>(new Set());
  const [list, setList] = useState('');
  const [status, setStatus] = useState('');

  const plan = (starts: readonly (string | null)[], unread: readonly string[]) => {
    const known = new Set([...taken, ...planned]);
    const fresh = [...new Set(starts.filter((start) => start !== null))].filter((start) => !known.has(start));
    onChange([...planned, ...fresh].sort());
    setStatus(describe(fresh.length, starts.length - unread.length - fresh.length, unread));
  };

  const addRepeated = () => {
    const hours = times.split(/[\s,;]+/).flatMap((text) => toTime(text) ?? []);
    // One day alone needs no weekday to be chosen: it is the one it is.
    const isOneDay = to === '' || to === from;
    const chosen = isOneDay ? new Set(weekdays.map(([day]) => day)) : days;
    const dates = repeatDates({ from, to: isOneDay ? from : to, weekdays: chosen, times: hours });
    if (dates.length > 0) return plan(dates.map(toStartAt), []);
    setStatus('Aucune date ne correspond. Vérifiez les deux jours, les jours de la semaine et l’heure.');
  };

  const addList = () => {
    const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '');
    const [usual] = times.split(/[\s,;]+/).flatMap((text) => toTime(text) ?? []);
    const starts = lines.map((line) => {
      const date = parseDateLine(line, usual ?? null);
      return date && toStartAt(date);
    });
    const unread = lines.filter((_, index) => starts[index] === null);
    plan(starts, unread);
    // What could not be read stays there to be mended.
    setList(unread.join('\n'));
  };

  const onEnter = (act: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    act();
  };

  return (
    <div>
      <fieldset className={styles.plain}>
        <legend className="fr-text--bold">Une date, ou des dates qui se répètent</legend>
        <div className={styles.fields} role="presentation" onKeyDown={onEnter(addRepeated)}>
          <Field id={`${idPrefix}-du`} label="Du" hint="Premier jour">
            <input
              id={`${idPrefix}-du`}
              className="fr-input"
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          </Field>
          <Field id={`${idPrefix}-au`} label="Au" hint="Vide pour une seule date">
            <input
              id={`${idPrefix}-au`}
              className="fr-input"
              type="date"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
          <Field id={`${idPrefix}-heures`} label="Heure" hint="Plusieurs par jour : 15:00 20:30">
            <input
              id={`${idPrefix}-heures`}
              className="fr-input"
              inputMode="numeric"
              value={times}
              onChange={(event) => setTimes(event.target.value)}
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
                  checked={days.has(day)}
                  onChange={() => setDays(withToggled(days, day))}
                />
                <label className="fr-label" htmlFor={`${idPrefix}-jour-${day}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <button type="button" className="fr-btn fr-btn--secondary fr-mt-2w" onClick={addRepeated}>
          Ajouter ces dates
        </button>
      </fieldset>
      <details className="app-details fr-mt-3w">
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
            value={list}
            onChange={(event) => setList(event.target.value)}
          />
          <button type="button" className="fr-btn fr-btn--secondary fr-mt-2w" onClick={addList}>
            Ajouter la liste
          </button>
        </div>
      </details>
      <p id={statusId} role="status" className="fr-mt-2w fr-mb-1w">
        {status}
      </p>
      <PlannedDates planned={planned} onChange={onChange} />
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

/** `20:30`, `20h30`, `20h` and `20` are hours. */
function toTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:h](\d{2})?)?$/i.exec(text);
  const [hours, minutes] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null;
}

function describe(added: number, known: number, unread: readonly string[]): string {
  return [
    added > 0 ? `${formatCounted(added, 'date ajoutée', 'dates ajoutées')}.` : 'Aucune date nouvelle.',
    ...(known > 0 ? [`${formatCounted(known, 'était déjà là', 'étaient déjà là')}.`] : []),
    ...(unread.length > 0
      ? [
          `${formatCounted(unread.length, 'ligne n’est pas une date', 'lignes ne sont pas des dates')}\u00a0: ${unread.join(', ')}.`,
        ]
      : []),
  ].join(' ');
}

function withToggled(days: ReadonlySet<number>, day: number): ReadonlySet<number> {
  const next = new Set(days);
  if (!next.delete(day)) next.add(day);
  return next;
}
