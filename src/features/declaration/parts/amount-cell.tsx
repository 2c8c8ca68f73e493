'use client';
import type { InputHTMLAttributes } from 'react';
import type { AmountPair } from '@/domain/declaration/neutral';
import { formatAmount } from '@/i18n/format';
import { figureLabels } from '@/i18n/declaration-page';
import { useDraftSession } from '../draft-context';
import { focusCellInput, toFieldId } from './field-ids';
import type { PairPart } from './use-pair-input';
import styles from '../declaration.module.css';

export type AmountCellProps = {
  readonly id: string;
  readonly part: PairPart;
  readonly input: InputHTMLAttributes<HTMLInputElement>;
  readonly fault: string | null;
  /** What the ticketing said, when it is corrected. */
  readonly imported: AmountPair | null;
  /** Back to the ticketing's HT and TTC; null for the half that does not carry the button. */
  readonly onReset: (() => void) | null;
};

/** HT or TTC of one performance, with what the ticketing said beside a correction. */
export function AmountCell({ id, part, input, fault, imported, onReset }: AmountCellProps) {
  const { locked } = useDraftSession();
  const fieldId = toFieldId('performances.ticketing', id);
  const hasNote = fault !== null || imported !== null;
  const noteId = `${fieldId}-${part}-note`;
  return (
    <td data-label={figureLabels[part]} className={imported ? styles.corrected : undefined}>
      <input
        id={part === 'including' ? fieldId : undefined}
        className="fr-input"
        data-column={part}
        readOnly={locked}
        aria-labelledby={`column-${part} ${toFieldId('performances.dates', id)}`}
        aria-describedby={hasNote ? noteId : undefined}
        {...input}
      />
      {hasNote && (
        <span id={noteId} className={styles.note}>
          {fault && <span className={styles.fault}>{fault}</span>}
          {imported && (
            <span>
              Billetterie&nbsp;:{' '}
              {formatAmount(part === 'including' ? imported.includingTaxesCents : imported.excludingTaxesCents)}
            </span>
          )}
        </span>
      )}
      {imported && onReset && !locked && (
        <button
          type="button"
          className={styles.reset}
          aria-describedby={toFieldId('performances.dates', id)}
          onClick={({ currentTarget }) => {
            onReset();
            focusCellInput(currentTarget);
          }}
        >
          Rétablir HT et TTC
        </button>
      )}
    </td>
  );
}
