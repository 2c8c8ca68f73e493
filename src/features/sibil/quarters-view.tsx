import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { PageLink } from '@/components/navigation/page-link';
import { formatCounted } from '@/i18n/format';
import { formatQuarter } from '@/i18n/format-quarter';
import type { QuarterRow } from '@/server/sibil/quarter.schema';
import { AboutSibil } from './about-sibil';
import { formatLimit } from './format-limit';

export type QuartersViewProps = {
  /** The latest first. */
  readonly quarters: readonly QuarterRow[];
  readonly toHref: (period: string) => string;
};

/** Quarters of a structure, with their deadline and where they stand. */
export function QuartersView({ quarters, toHref }: QuartersViewProps) {
  return (
    <div className="fr-container fr-my-5w">
      <h1>Trimestres à transmettre à SIBIL</h1>
      <AboutSibil />
      {quarters.length === 0 ? (
        <div className="app-empty">
          <p className="fr-mb-0">
            Aucune représentation pour le moment. Un trimestre s’affichera ici dès sa première représentation.
          </p>
        </div>
      ) : (
        <table className="app-table">
          <caption className="fr-sr-only">Trimestres, du plus récent au plus ancien</caption>
          <thead>
            <tr>
              <th scope="col">Trimestre</th>
              <th scope="col">Représentations</th>
              <th scope="col">À transmettre</th>
              <th scope="col">État</th>
            </tr>
          </thead>
          <tbody>
            {quarters.map((quarter) => (
              <tr key={quarter.period}>
                <th scope="row">
                  <PageLink className="app-table__link" href={toHref(quarter.period)}>
                    {formatQuarter(quarter.period)}
                  </PageLink>
                </th>
                <td>{formatCounted(quarter.performances, 'représentation')}</td>
                <td>avant le {formatLimit(quarter.dueAt)}</td>
                <td>
                  {quarter.isOver ? <DeclarationBadge state={quarter.state} /> : <p className="fr-mb-0">En cours</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
