import type { ChangeGroup } from '@/i18n/declaration-changes';
import { formatCounted } from '@/i18n/format';
import styles from './change-list.module.css';

const suffixes: Readonly<Record<ChangeGroup['kind'], string>> = {
  show: '',
  changed: '',
  added: ' – ajoutée',
  removed: ' – retirée',
};

/** A season has too many changes to be read at once: the first ones, then the others on demand. */
const firstGroups = 10;

export type ChangeListProps = {
  readonly groups: readonly ChangeGroup[];
  /** Since when, for who does not see the title above. */
  readonly caption: string;
};

/** What changed, the old value beside the new one; a narrow screen turns each line into a card. */
export function ChangeList({ groups, caption }: ChangeListProps) {
  const rest = groups.slice(firstGroups);
  return (
    <>
      <ChangeTables groups={groups.slice(0, firstGroups)} caption={caption} />
      {rest.length > 0 && (
        <details className="fr-mb-2w">
          <summary>{formatCounted(rest.length, 'autre changement', 'autres changements')}</summary>
          <ChangeTables groups={rest} caption={caption} />
        </details>
      )}
    </>
  );
}

function ChangeTables({ groups, caption }: ChangeListProps) {
  return groups.map(({ title, kind, lines }, index) => (
    <table key={`${title}-${index}`} className={`app-table fr-mb-2w ${styles.table}`}>
      <caption className="fr-text--sm fr-mb-1v">
        <strong>{`${title}${suffixes[kind]}`}</strong>
        <span className="fr-sr-only">, {caption}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Donnée</th>
          <th scope="col">Avant</th>
          <th scope="col">Après</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="app-break" data-label="Avant">
              {before}
            </td>
            <td className="app-break" data-label="Après">
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
