import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { PageLink } from '@/components/navigation/page-link';
import { formatCounted, formatDate } from '@/i18n/format';
import { formatPeriod } from '@/i18n/format-quarter';
import type { QuarterRow } from '@/server/sibil/quarter.schema';

/** One quarter to transmit to SIBIL, for every show of the structure. */
export function QuarterLine({ quarter, href }: { readonly quarter: QuarterRow; readonly href: string }) {
  const { period, performances, state, dueAt, dueSource } = quarter;
  const name = formatPeriod(period);
  return (
    <li className="app-todo__line">
      <div className="app-todo__what">
        <h3 className="fr-h6 fr-mb-0">{name}</h3>
        {state !== 'draft' && <DeclarationBadge state={state} />}
        <p className="fr-mb-0">
          {formatCounted(performances, 'représentation')} à transmettre, tous spectacles réunis.
        </p>
        <details className="app-source">
          <summary>À déclarer au plus tard le {formatDate(new Date(dueAt))}</summary>
          <p>{dueSource}.</p>
        </details>
      </div>
      <PageLink
        className="fr-btn fr-btn--secondary app-todo__button"
        href={href}
        aria-label={`Voir le trimestre\u00a0: ${name}`}
      >
        Voir le trimestre
      </PageLink>
    </li>
  );
}
