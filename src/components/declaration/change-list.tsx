import type { ChangeGroup } from '@/i18n/declaration-changes';

const suffixes: Readonly<Record<ChangeGroup['kind'], string>> = {
  show: '',
  changed: '',
  added: ' – ajoutée',
  removed: ' – retirée',
};

/** What changed, the old value beside the new one; a narrow screen turns each line into a card. */
export function ChangeList({ groups, caption }: { readonly groups: readonly ChangeGroup[]; readonly caption: string }) {
  return groups.map(({ title, kind, lines }, index) => (
    <table key={`${title}-${index}`} className="app-table fr-mb-2w">
      <caption className="fr-text--sm">
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
