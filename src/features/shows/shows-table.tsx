import { PageLink } from '@/components/navigation/page-link';
import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { formatAmount, formatCount, formatDayRange } from '@/i18n/format';
import type { SeriesRow } from '@/server/series/list-series.schema';

export type ShowsTableProps = {
  readonly rows: readonly SeriesRow[];
  readonly toShowHref: (seriesId: string) => string;
};

/** One line per show; a narrow screen turns each line into a card. */
export function ShowsTable({ rows, toShowHref }: ShowsTableProps) {
  return (
    <table className="app-table">
      <caption className="fr-sr-only">Spectacles, leurs recettes et leurs déclarations</caption>
      <thead>
        <tr>
          <th scope="col">Spectacle</th>
          <th scope="col">Dates</th>
          <th scope="col" className="app-table__number">
            Représentations
          </th>
          <th scope="col" className="app-table__number">
            Billets
          </th>
          <th scope="col" className="app-table__number">
            Recettes TTC
          </th>
          <th scope="col">Déclarations</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="app-break">
              <PageLink className="app-table__link" href={toShowHref(row.id)}>
                {row.name}
              </PageLink>
            </th>
            <td>{toDates(row)}</td>
            <td className="app-table__number" data-label="Représentations">
              {formatCount(row.performances)}
            </td>
            <td className="app-table__number" data-label="Billets">
              {formatCount(row.tickets)}
            </td>
            <td className="app-table__number" data-label="Recettes TTC">
              {formatAmount(row.includingTaxesCents)}
            </td>
            <td>
              <ShowDeclarations declarations={row.declarations} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toDates({ startAt, endAt, gonePerformances }: SeriesRow): string {
  if (!startAt) return gonePerformances > 0 ? 'Toutes les dates ont disparu de la billetterie' : 'Sans date';
  return formatDayRange(new Date(startAt), new Date(endAt ?? startAt));
}

function ShowDeclarations({ declarations }: Pick<SeriesRow, 'declarations'>) {
  if (declarations.length === 0) return <span className="fr-text--sm app-muted">Organismes à choisir</span>;
  return (
    <ul className="fr-raw-list app-badges">
      {declarations.map(({ organism, state }) => (
        <li key={organism}>
          <DeclarationBadge organism={organism} state={state} />
        </li>
      ))}
      {declarations.some(({ changed }) => changed) && (
        <li>
          <p className="fr-badge fr-badge--sm fr-badge--warning fr-badge--no-icon">Chiffres changés depuis l’envoi</p>
        </li>
      )}
    </ul>
  );
}
