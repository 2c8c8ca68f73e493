'use client';
import { useEffect, useRef, useSyncExternalStore, type ClipboardEvent, type KeyboardEvent } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { formatCounted, formatDateTime } from '@/i18n/format';
import type { TypedPerformance } from '@/server/manual/manual-performance.schema';
import type { TypedShow } from '@/server/manual/save-show.schema';
import type { KeptRows, RowEdits } from './kept-rows';
import { RestoredNote } from './restored-note';
import {
  areSameTexts,
  pastedColumns,
  readPastedCells,
  readRow,
  type RowField,
  type RowTexts,
  toRowTexts,
} from './typed-row';
import { TypedPerformanceRow } from './typed-performance-row';
import styles from './manual.module.css';

export type TypedPerformancesProps = {
  readonly show: TypedShow;
  readonly kept: KeptRows;
  readonly isPending: boolean;
  readonly onSave: (
    change: readonly { readonly id: string; readonly performance: TypedPerformance }[],
    onDone: () => void,
  ) => void;
  readonly onRemove: (id: string) => void;
};

const noEdits: RowEdits = new Map();

/** The dates and figures of each performance, typed in place and saved together; what is not saved yet survives a refusal, and a visit to another page. */
export function TypedPerformances({ show, kept, isPending, onSave, onRemove }: TypedPerformancesProps) {
  const state = useSyncExternalStore(kept.subscribe, kept.getState, kept.getServerState);
  const edits = show.locked ? noEdits : state.edits;
  const { errors, attempt, toFieldId, show: showErrors } = useFormErrors();
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = show.performances.map(({ id, performance }) => {
    const saved = toRowTexts(performance);
    const edit = edits.get(id);
    const texts = edit ? { ...saved, ...edit } : saved;
    return {
      id,
      name: formatDateTime(new Date(performance.startAt)),
      texts,
      isEdited: edit !== undefined && !areSameTexts(texts, saved),
    };
  });
  const edited = rows.filter(({ isEdited }) => isEdited);
  useLeavingGuard(edited.length > 0);

  const save = () => {
    const wrong: Record<string, string> = {};
    const change = edited.flatMap(({ id, name, texts }) => {
      const row = readRow(texts);
      if (row.ok) return [{ id, performance: row.performance }];
      for (const [field, message] of Object.entries(row.errors)) wrong[`${id}.${field}`] = `${name}\u00a0: ${message}`;
      return [];
    });
    if (showErrors(wrong) && change.length > 0 && !isPending) onSave(change, () => kept.forget(edits));
  };

  const move = (event: KeyboardEvent) => {
    const step = rowSteps[event.key];
    const cell = locateCell(event.target);
    if (step === undefined || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = body.current?.querySelector<HTMLInputElement>(
      `[data-row="${cell.row + step}"] [data-column="${cell.column}"]`,
    );
    next?.focus();
    next?.select();
  };

  const paste = (event: ClipboardEvent) => {
    const cell = locateCell(event.target);
    const cells = readPastedCells(event.clipboardData.getData('text/plain'));
    const first = pastedColumns.findIndex((column) => column === cell?.column);
    if (!cell || !cells || first < 0 || show.locked) return;
    event.preventDefault();
    cells.forEach((line, offset) => {
      const row = rows[cell.row + offset];
      if (!row) return;
      const texts = line.flatMap((text, position) => {
        const column = pastedColumns[first + position];
        return column ? [[column, text] as const] : [];
      });
      kept.edit(row.id, Object.fromEntries(texts));
    });
  };

  if (rows.length === 0) return <p>Ce spectacle n’a plus aucune date. Ajoutez-en ci-dessous.</p>;
  return (
    <form
      aria-label="Représentations"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      <RestoredNote isShown={edited.some(({ id }) => state.restored.has(id))} onGiveUp={() => kept.giveUp()} />
      <div role="presentation" onKeyDown={move} onPaste={paste}>
        <table className={styles.grid}>
          <caption className="fr-sr-only">
            Dates et recettes. Les flèches haut et bas passent d’une représentation à l’autre.
          </caption>
          <thead>
            <tr>
              <th scope="col">Représentation</th>
              <th scope="col">Payants</th>
              <th scope="col">Gratuits</th>
              <th scope="col">Recette TTC (€)</th>
              <th scope="col">TVA</th>
              <th scope="col">Recette HT (€)</th>
              <th scope="col">
                <span className="fr-sr-only">Retirer</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map(({ id, name, texts }, index) => (
              <TypedPerformanceRow
                key={id}
                row={index}
                name={name}
                texts={texts}
                isLocked={show.locked}
                isKept={show.declared}
                toFieldId={(field) => toFieldId(`${id}.${field}`)}
                toError={(field) => (edits.has(id) ? findError(texts, errors[`${id}.${field}`], field) : undefined)}
                onEdit={(change) => kept.edit(id, change)}
                onRemove={() => onRemove(id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!show.locked && (
        <div className="app-actions fr-mt-2w">
          <SubmitButton isPending={isPending} pendingText="Enregistrement…">
            Enregistrer
          </SubmitButton>
          <p role="status" className="fr-mb-0">
            {edited.length > 0 &&
              `${formatCounted(edited.length, 'représentation modifiée', 'représentations modifiées')}, pas encore ${edited.length > 1 ? 'enregistrées' : 'enregistrée'}.`}
          </p>
        </div>
      )}
    </form>
  );
}

const rowSteps: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

/** The arrows of a date, an hour and a list change their value: only texts let them go from row to row. */
function locateCell(target: EventTarget): { readonly row: number; readonly column: string } | null {
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return null;
  const column = target.dataset['column'];
  const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN);
  return column && Number.isInteger(row) ? { row, column } : null;
}

/** The sentence found at the last try, gone as soon as the field is right. */
function findError(texts: RowTexts, told: string | undefined, field: RowField): string | undefined {
  if (told === undefined) return undefined;
  const row = readRow(texts);
  return row.ok ? undefined : row.errors[field];
}

/** The browser asks before what was typed is lost. */
function useLeavingGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
