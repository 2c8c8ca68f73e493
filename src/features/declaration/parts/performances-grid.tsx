'use client';
import { type ClipboardEvent, type KeyboardEvent, memo, useMemo, useRef } from 'react';
import { formatCounted } from '@/i18n/format';
import { figureLabels } from '@/i18n/declaration-page';
import { useDraftSession } from '../draft-context';
import { gridColumns, pasteCells, readPastedCells } from '../store/paste';
import { PerformanceRow } from './performance-row';
import styles from '../declaration.module.css';

export type PerformancesGridProps = {
  /** In order of start. */
  readonly ids: readonly string[];
  readonly openIds: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

/**
 * The figures of every performance, edited in place: a table, or cards on a narrow screen. Arrows and Enter go from row to
 * row in the same column; cells copied from a spreadsheet are pasted from the cell one stands on.
 */
export const PerformancesGrid = memo(function PerformancesGrid({ ids, openIds, onToggle }: PerformancesGridProps) {
  const { store, locked, announce } = useDraftSession();
  const table = useRef<HTMLTableElement>(null);
  const groups = useMemo(() => toGroups(ids), [ids]);

  const move = (event: KeyboardEvent) => {
    const step = rowSteps[event.key];
    const cell = locateCell(event.target);
    if (step === undefined || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const target = table.current?.querySelector<HTMLInputElement>(
      `[data-row="${cell.row + step}"] [data-column="${cell.column}"]`,
    );
    target?.focus();
    target?.select();
  };

  const paste = (event: ClipboardEvent) => {
    const cell = locateCell(event.target);
    const cells = readPastedCells(event.clipboardData.getData('text/plain'));
    if (!cell || !cells || locked) return;
    event.preventDefault();
    const reached = pasteCells(store, ids, cell, cells);
    announce(`Valeurs collées dans ${formatCounted(reached, 'représentation')}.`);
  };

  return (
    // Keys and pastes of the inputs inside are heard here once, instead of in each of a thousand cells.
    <div role="presentation" onKeyDown={move} onPaste={paste}>
      <table ref={table} className={styles.grid} id="performances">
        <caption className="fr-sr-only">
          Recettes et billets par représentation. Les flèches haut et bas passent d’une représentation à l’autre.
        </caption>
        <thead>
          <tr>
            <th scope="col">Représentation</th>
            <th scope="col" id="column-freeTickets">
              {figureLabels.freeTickets}
            </th>
            <th scope="col" id="column-paidTickets">
              {figureLabels.paidTickets}
            </th>
            <th scope="col" id="column-excluding">
              {figureLabels.excluding}
            </th>
            <th scope="col" id="column-including">
              {figureLabels.including}
            </th>
            <th scope="col">{figureLabels.vat}</th>
            <th scope="col">
              <span className="fr-sr-only">Détails</span>
            </th>
          </tr>
        </thead>
        {groups.map((group, index) => (
          <RowGroup key={group[0]} ids={group} first={index * groupSize} openIds={openIds} onToggle={onToggle} />
        ))}
      </table>
    </div>
  );
});

/**
 * React walks over every neighbour of what a key stroke changes, and the browser over every box of its own in the page: in
 * groups, a stroke passes by 30 of them instead of 200.
 */
const groupSize = 10;

function toGroups(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / groupSize) }, (_, index) =>
    ids.slice(index * groupSize, (index + 1) * groupSize),
  );
}

type RowGroupProps = PerformancesGridProps & {
  /** Place of the first of these rows in the grid, from 0. */
  readonly first: number;
};

const RowGroup = memo(function RowGroup({ ids, first, openIds, onToggle }: RowGroupProps) {
  return (
    <tbody className={styles.group}>
      {ids.map((id, index) => (
        <PerformanceRow key={id} id={id} row={first + index} isOpen={openIds.has(id)} onToggle={onToggle} />
      ))}
    </tbody>
  );
});

const rowSteps: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

function locateCell(target: EventTarget) {
  if (!(target instanceof HTMLInputElement)) return null;
  const column = gridColumns.find((known) => known === target.dataset['column']);
  const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN);
  return column && Number.isInteger(row) ? { row, column } : null;
}
