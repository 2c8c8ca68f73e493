import type { ReactNode } from 'react';
import { type RowField, type RowTexts, severalRates, toShownExcluding } from './typed-row';
import { RateSelect } from './rate-select';
import styles from './manual.module.css';

export type TypedPerformanceRowProps = {
  readonly row: number;
  /** The date as saved: what screen readers hear before each field. */
  readonly name: string;
  readonly texts: RowTexts;
  readonly isLocked: boolean;
  /** Nothing can be removed any more. */
  readonly isKept: boolean;
  readonly toFieldId: (field: RowField) => string;
  readonly toError: (field: RowField) => string | undefined;
  readonly onEdit: (change: Partial<RowTexts>) => void;
  readonly onRemove: () => void;
};

/** One performance being typed: a line of the table, a card on a narrow screen. */
export function TypedPerformanceRow(props: TypedPerformanceRowProps) {
  const { row, name, texts, isLocked, toFieldId, toError, onEdit } = props;
  const bind = (field: RowField, label: string) => ({
    id: toFieldId(field),
    'aria-label': `${label}, ${name}`,
    'aria-invalid': toError(field) ? true : undefined,
    'aria-describedby': toError(field) ? `${toFieldId(field)}-erreur` : undefined,
    readOnly: isLocked,
    value: texts[field],
    onChange: (event: { target: { value: string } }) => onEdit({ [field]: event.target.value }),
  });
  const text = (field: RowField, label: string, width: string | undefined) => (
    <input
      type="text"
      className={`fr-input ${styles.number} ${width}`}
      inputMode="decimal"
      autoComplete="off"
      data-column={field}
      onFocus={(event) => event.target.select()}
      {...bind(field, label)}
    />
  );
  const cell = (field: RowField, label: string, content: ReactNode) => (
    <td data-label={label}>
      {content}
      <FieldError id={toFieldId(field)} message={toError(field)} />
    </td>
  );
  return (
    <tr data-row={row}>
      <td>
        <div className={styles.when}>
          <input type="date" className="fr-input" {...bind('day', 'Date')} />
          <input type="time" className="fr-input" {...bind('time', 'Heure')} id={`${toFieldId('day')}-heure`} />
        </div>
        <FieldError id={toFieldId('day')} message={toError('day')} />
      </td>
      {cell('paidTickets', 'Payants', text('paidTickets', 'Billets payants', styles.count))}
      {cell('freeTickets', 'Gratuits', text('freeTickets', 'Billets gratuits', styles.count))}
      {cell('including', 'Recette TTC (€)', text('including', 'Recette TTC en euros', styles.amount))}
      <td data-label="TVA">
        <RateSelect
          id={toFieldId('rate')}
          aria-label={`Taux de TVA, ${name}`}
          className={`fr-select ${styles.rate}`}
          hasSeveral
          disabled={isLocked}
          value={texts.rate}
          onChange={(event) => onEdit({ rate: event.target.value, excluding: toShownExcluding(texts) })}
        />
      </td>
      {cell(
        'excluding',
        'Recette HT (€)',
        texts.rate === severalRates ? (
          text('excluding', 'Recette HT en euros', styles.amount)
        ) : (
          <span className={styles.worked}>{toShownExcluding(texts) || '–'}</span>
        ),
      )}
      <td>
        {!isLocked && !props.isKept && (
          <button
            type="button"
            className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
            aria-label={`Retirer ${name}`}
            onClick={props.onRemove}
          >
            Retirer
          </button>
        )}
      </td>
    </tr>
  );
}

function FieldError({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={`${id}-erreur`} className="fr-message fr-message--error">
      {message}
    </p>
  );
}
