'use client';
import { useId, useState } from 'react';
import { columnMeanings, type ColumnMeaning, type ImportMapping } from '@/domain/ticketing/import/mapping';
import { meaningLabels } from './meaning-labels';
import styles from './imports.module.css';

export type ImportColumnsProps = {
  readonly mapping: ImportMapping;
  readonly isOpen: boolean;
  readonly isChanged: boolean;
  readonly isPending: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
  readonly onReadAgain: () => void;
};

/** What each column of the file means, as recognised, and changed where it was not. */
export function ImportColumns({ mapping, isOpen, isChanged, isPending, onChange, onReadAgain }: ImportColumnsProps) {
  const id = useId();
  const [status, setStatus] = useState('');
  const choose = (index: number, meaning: ColumnMeaning) => {
    const { columns, released } = withMeaning(mapping.columns, index, meaning);
    setStatus(
      released === null ? '' : `La colonne «\u00a0${released}\u00a0» n’est plus lue\u00a0: une seule peut dire cela.`,
    );
    onChange({ ...mapping, columns });
  };
  return (
    <details className="app-details fr-mb-3w" open={isOpen || isChanged || undefined}>
      <summary>Colonnes du fichier</summary>
      <p>Ce que dit chaque colonne. Votre choix est retenu pour vos prochains fichiers du même modèle.</p>
      <ul className={styles.columns}>
        {mapping.columns.map(({ header, occurrence, meaning }, index) => (
          <li key={`${header} ${occurrence}`}>
            <label className="fr-label" htmlFor={`${id}-${index}`}>
              {header || 'Colonne sans nom'}
              {occurrence > 1 && ` (${occurrence})`}
            </label>
            <select
              id={`${id}-${index}`}
              className="fr-select"
              value={meaning}
              onChange={(event) => choose(index, toMeaning(event.target.value))}
            >
              {columnMeanings.map((one) => (
                <option key={one} value={one}>
                  {meaningLabels[one]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p role="status">{status}</p>
      <button
        type="button"
        className="fr-btn fr-btn--secondary"
        aria-disabled={isPending || !isChanged}
        onClick={() => isChanged && onReadAgain()}
      >
        Relire avec ces colonnes
      </button>
    </details>
  );
}

function toMeaning(value: string): ColumnMeaning {
  return columnMeanings.find((known) => known === value) ?? 'ignored';
}

/** A meaning belongs to one column; several may tell a status. Whoever had it before is no longer read. */
function withMeaning(columns: ImportMapping['columns'], index: number, meaning: ColumnMeaning) {
  let released: string | null = null;
  const isShared = meaning === 'ignored' || meaning === 'status';
  const next = columns.map((column, at) => {
    if (at === index) return { ...column, meaning };
    if (isShared || column.meaning !== meaning) return column;
    released = column.header;
    return { ...column, meaning: 'ignored' as const };
  });
  return { columns: next, released };
}
