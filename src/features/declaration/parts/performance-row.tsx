'use client';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import type { DraftPerformance } from '@/domain/declaration/draft';
import { toDeclaredFigures } from '@/domain/declaration/figures';
import { isDeclared } from '@/domain/declaration/to-neutral-declaration';
import { formatAmount, formatTime } from '@/i18n/format';
import { formatCompactDate } from './format-compact-date';
import { useDraftSession, useField, usePerformance } from '../draft-context';
import { proposeExcludingTaxes } from '../store/figures';
import { toCorrectedPair } from '../store/paste';
import { AmountCell } from './amount-cell';
import { CountCell } from './count-cell';
import { toFieldId } from './field-ids';
import { GoneNote } from './gone-note';
import { usePairInput } from './use-pair-input';
import styles from '../declaration.module.css';

const PerformanceDetails = dynamic(() => import('./performance-details').then((module) => module.PerformanceDetails), {
  loading: () => <p role="status">Ouverture…</p>,
});

export type PerformanceRowProps = {
  readonly id: string;
  readonly row: number;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
};

/** One performance: its figures, and its details when they are open. */
export const PerformanceRow = memo(function PerformanceRow({ id, row, isOpen, onToggle }: PerformanceRowProps) {
  const performance = usePerformance(id);
  if (!performance) return null;
  const start = new Date(performance.startAt);
  const detailsId = `performances.${id}.details`;
  return (
    <>
      <tr data-row={row} data-pair className={isDeclared(performance) ? styles.row : `${styles.row} ${styles.gone}`}>
        <th scope="row" id={toFieldId('performances.dates', id)} tabIndex={-1} className={styles.date}>
          {formatCompactDate(start)} <span className={styles.time}>{formatTime(start)}</span>
          {performance.gone && <GoneNote performance={performance} />}
        </th>
        <CountCell id={id} column="freeTickets" imported={performance.imported.freeTickets} />
        <CountCell id={id} column="paidTickets" imported={performance.imported.paidTickets} />
        <AmountCells id={id} performance={performance} />
        <td className={styles.more}>
          <button
            type="button"
            className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            aria-describedby={toFieldId('performances.dates', id)}
            onClick={() => onToggle(id)}
          >
            {isOpen ? 'Fermer' : 'Détails'}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.detailsRow}>
          <td colSpan={7} id={detailsId}>
            <PerformanceDetails id={id} />
          </td>
        </tr>
      )}
    </>
  );
});

/** HT, TTC and VAT: two inputs that make one correction, and their difference. */
function AmountCells({ id, performance }: { readonly id: string; readonly performance: DraftPerformance }) {
  const { store } = useDraftSession();
  const path = `performances.${id}.corrected.amounts` as const;
  const state = useField(path);
  const shown = toDeclaredFigures(performance.imported, performance.corrected);
  const pair = usePairInput({
    state,
    readState: () => store.getField(path),
    shown,
    proposesAlways: true,
    propose: (includingTaxesCents) => proposeExcludingTaxes(performance, store.getDraft().series, includingTaxesCents),
    onValue: (value) => store.edit(path, toCorrectedPair(value, performance.imported)),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  const reset = () => {
    store.edit(path, null);
    store.closeEdit();
  };
  const isCorrected = state.value !== null || state.invalid !== null;
  const imported = isCorrected ? performance.imported : null;
  return (
    <>
      <AmountCell id={id} part="excluding" input={pair.excluding} fault={null} imported={imported} onReset={null} />
      <AmountCell
        id={id}
        part="including"
        input={pair.including}
        fault={pair.fault}
        imported={imported}
        onReset={reset}
      />
      <td className={styles.vat} data-label="TVA">
        {state.invalid ? '–' : formatAmount(shown.includingTaxesCents - shown.excludingTaxesCents)}
      </td>
    </>
  );
}
