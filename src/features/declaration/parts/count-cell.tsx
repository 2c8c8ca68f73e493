'use client';
import { memo } from 'react';
import { formatCount } from '@/i18n/format';
import { figureLabels } from '@/i18n/declaration-page';
import { useDraftSession, useField } from '../draft-context';
import { parseCount } from '../store/input';
import { toCorrection } from '../store/paste';
import { focusCellInput, toFieldId } from './field-ids';
import { useTextInput } from './use-text-input';
import styles from '../declaration.module.css';

export type CountCellProps = {
  readonly id: string;
  readonly column: 'freeTickets' | 'paidTickets';
  readonly imported: number;
};

/** A number of tickets of one performance, with what the ticketing said beside a correction. */
export const CountCell = memo(function CountCell({ id, column, imported }: CountCellProps) {
  const { store, locked } = useDraftSession();
  const path = `performances.${id}.corrected.${column}` as const;
  const state = useField(path);
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField(path),
    text: String(state.value ?? imported),
    parse: parseCount,
    commits: 'live',
    onValue: (value) => store.edit(path, toCorrection(value, imported)),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  const isCorrected = state.value !== null || state.invalid !== null;
  const fieldId = toFieldId('performances.tickets', id);
  const hasNote = fault !== null || isCorrected;
  const noteId = `${fieldId}-${column}-note`;
  return (
    <td data-label={figureLabels[column]} className={isCorrected ? styles.corrected : undefined}>
      <input
        id={column === 'paidTickets' ? fieldId : undefined}
        className="fr-input"
        data-column={column}
        inputMode="numeric"
        readOnly={locked}
        aria-labelledby={`column-${column} ${toFieldId('performances.dates', id)}`}
        aria-describedby={hasNote ? noteId : undefined}
        {...input}
      />
      {hasNote && (
        <span id={noteId} className={styles.note}>
          {fault && <span className={styles.fault}>{fault}</span>}
          {isCorrected && <span>Billetterie&nbsp;: {formatCount(imported)}</span>}
        </span>
      )}
      {isCorrected && !locked && (
        <button
          type="button"
          className={styles.reset}
          aria-describedby={toFieldId('performances.dates', id)}
          onClick={({ currentTarget }) => {
            store.edit(path, null);
            store.closeEdit();
            focusCellInput(currentTarget);
          }}
        >
          Rétablir
        </button>
      )}
    </td>
  );
});
