'use client';
import type { OrganismAnswer } from '@/features/answer-form';
import { DeclarationBadge } from '@/components/declaration/declaration-badge';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import type { VenueKind } from '@/domain/venue-kind';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatAmount, formatCount } from '@/i18n/format';
import { formatQuarter } from '@/i18n/format-quarter';
import type { QuarterIssue, QuarterView as Quarter } from '@/server/sibil/quarter.schema';
import { AboutSibil } from './about-sibil';
import { formatLimit } from './format-limit';
import { QuarterShows } from './quarter-shows';
import { QuarterStatus } from './quarter-status';
import { VenueKinds } from './venue-kinds';

export type QuarterViewProps = {
  readonly quarter: Quarter;
  readonly isBusy: boolean;
  readonly failure: ScreenErrorCode | null;
  readonly onReload: () => void;
  readonly onKind: (venueId: string, kind: VenueKind) => void;
  readonly onDownload: () => void;
  readonly onDeclared: () => void;
  readonly onAnswer: (answer: OrganismAnswer) => Promise<ScreenErrorCode | null>;
  readonly listHref: string;
  readonly fileHref: string;
  readonly toShowHref: (seriesId: string) => string;
  readonly toIssueHref: (seriesId: string, issue: QuarterIssue) => string;
};

/** One quarter: its performances, what is missing, the file and where its declaration stands. */
export function QuarterView(props: QuarterViewProps) {
  const { quarter, failure } = props;
  return (
    <div className="fr-container fr-my-5w">
      <p className="fr-mb-1w">
        <PageLink className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={props.listHref}>
          Tous les trimestres
        </PageLink>
      </p>
      <h1 className="fr-mb-1w">SIBIL, {formatQuarter(quarter.period)}</h1>
      {quarter.isOver && <DeclarationBadge state={quarter.state} />}
      <details className="app-source fr-mb-3w">
        <summary>À transmettre avant le {formatLimit(quarter.dueAt)}</summary>
        <p>{quarter.dueSource}.</p>
      </details>
      <AboutSibil />
      {failure && <LazyErrorMessage code={failure} onRetry={props.onReload} takesFocus />}
      <Totals totals={quarter.totals} />
      <QuarterStatus {...props} />
      <VenueKinds venues={quarter.venues} onKind={props.onKind} />
      {quarter.shows.length > 0 && (
        <QuarterShows shows={quarter.shows} toShowHref={props.toShowHref} toIssueHref={props.toIssueHref} />
      )}
    </div>
  );
}

function Totals({ totals }: Pick<Quarter, 'totals'>) {
  const facts = [
    ['Représentations', formatCount(totals.performances)],
    ['Billets payants', formatCount(totals.paidTickets)],
    ['Billets gratuits', formatCount(totals.freeTickets)],
    ['Recettes TTC', formatAmount(totals.includingTaxesCents)],
  ] as const;
  return (
    <dl className="app-facts app-panel fr-mb-4w">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <strong>{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
