'use client';
import type { AmountPair } from '@/domain/declaration/neutral';
import { toExcludingTaxes } from '@/domain/tax';
import { formatRate } from '@/i18n/format';
import { useDraftSession } from '../draft-context';
import type { InvalidInput } from '../store/input';
import type { FieldState } from '../store/store-types';
import { type PairPart, usePairInput } from './use-pair-input';
import styles from '../declaration.module.css';

export type AmountPairFieldProps = {
  /** Of the pair; the inputs are `<id>-ht` and `<id>-ttc`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Rate of the HT that is proposed when the TTC is typed; it stays editable. */
  readonly proposedRateBp: number;
  readonly state: FieldState<AmountPair | null>;
  readonly readState: () => FieldState<AmountPair | null>;
  readonly shown: AmountPair | null;
  readonly onValue: (pair: AmountPair | null) => void;
  readonly onInvalid: (invalid: InvalidInput) => void;
  /** What keeps a good value from being saved: it contradicts another one. */
  readonly heldBecause?: string | null;
};

const parts = [
  { part: 'including', suffix: 'ttc', label: 'TTC' },
  { part: 'excluding', suffix: 'ht', label: 'HT' },
] as const satisfies readonly { part: PairPart; suffix: string; label: string }[];

/** TTC and HT of one amount. HT is proposed from TTC and left to the person. */
export function AmountPairField(props: AmountPairFieldProps) {
  const { id, label, hint, proposedRateBp } = props;
  const { store, locked } = useDraftSession();
  const pair = usePairInput({
    ...props,
    onLeave: () => store.closeEdit(),
    propose: (includingTaxesCents) => toExcludingTaxes(includingTaxesCents, proposedRateBp),
    proposesAlways: false,
  });
  const fault = pair.fault ?? props.heldBecause ?? null;
  return (
    <fieldset
      id={id}
      data-pair
      className={`${styles.pair} ${fault ? 'fr-input-group--error' : ''}`}
      aria-describedby={`${id}-message`}
    >
      <legend className="fr-label">
        {label}
        <span className="fr-hint-text">
          {hint ?? `Le HT est proposé avec une TVA de ${formatRate(proposedRateBp)}\u00a0: corrigez-le si besoin.`}
        </span>
      </legend>
      <div className={styles.pairInputs}>
        {parts.map(({ part, suffix, label: partLabel }) => (
          <label key={part} className="fr-label" htmlFor={`${id}-${suffix}`}>
            <span>
              {partLabel} <span aria-hidden="true">€</span>
              <span className="fr-sr-only"> en euros</span>
            </span>
            <input id={`${id}-${suffix}`} className="fr-input" readOnly={locked} {...pair[part]} />
          </label>
        ))}
      </div>
      <div id={`${id}-message`} role="status">
        {fault && <p className="fr-error-text">{fault}</p>}
      </div>
    </fieldset>
  );
}
