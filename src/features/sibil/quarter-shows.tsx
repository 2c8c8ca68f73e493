import { PageLink } from '@/components/navigation/page-link';
import { describeIssue } from '@/i18n/declaration-issues';
import { formatAmount, formatCount, formatCounted, formatDateTime } from '@/i18n/format';
import type { QuarterIssue, QuarterView } from '@/server/sibil/quarter.schema';

type Show = QuarterView['shows'][number];
type Props = {
  readonly shows: readonly Show[];
  /** Where what is missing is given, on the page of its show. */
  readonly toIssueHref: (seriesId: string, issue: QuarterIssue) => string;
  readonly toShowHref: (seriesId: string) => string;
};

/** Performances of the quarter by show, with what each show lacks. */
export function QuarterShows({ shows, ...links }: Props) {
  return (
    <section aria-labelledby="spectacles" className="fr-mb-5w">
      <h2 id="spectacles" className="fr-h4">
        Représentations
      </h2>
      {shows.map((show) => (
        <ShowPerformances key={show.seriesId} show={show} {...links} />
      ))}
    </section>
  );
}

function ShowPerformances({ show, toIssueHref, toShowHref }: Omit<Props, 'shows'> & { readonly show: Show }) {
  const { seriesId, name, missing, performances } = show;
  const starts = new Map(performances.map(({ id, startAt }) => [id, startAt]));
  return (
    <article className={`app-panel fr-mb-3w ${missing.length > 0 ? 'app-panel--warning' : ''}`}>
      <h3 className="fr-h6 app-break">
        <PageLink href={toShowHref(seriesId)}>{name}</PageLink>
      </h3>
      {missing.length > 0 && (
        <ul aria-label={`Ce qui manque pour ${name}`}>
          {missing.map((issue) => (
            <li key={`${issue.field} ${issue.code} ${issue.performanceId ?? ''}`}>
              <PageLink className="fr-link" href={toIssueHref(seriesId, issue)}>
                {describeMissing(issue, starts.get(issue.performanceId ?? ''))}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      <details className="app-details">
        <summary>{formatCounted(performances.length, 'représentation')}</summary>
        <table className="app-table">
          <caption className="fr-sr-only">Représentations du trimestre, {name}</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Lieu</th>
              <th scope="col" className="app-table__number">
                Jauge
              </th>
              <th scope="col" className="app-table__number">
                Payants
              </th>
              <th scope="col" className="app-table__number">
                Gratuits
              </th>
              <th scope="col" className="app-table__number">
                Recettes TTC
              </th>
            </tr>
          </thead>
          <tbody>
            {performances.map((performance) => (
              <tr key={performance.id}>
                <th scope="row">{formatDateTime(new Date(performance.startAt))}</th>
                <td className="app-break">{performance.venueName ?? '–'}</td>
                <td className="app-table__number" data-label="Jauge">
                  {performance.capacity === null ? '–' : formatCount(performance.capacity)}
                </td>
                <td className="app-table__number" data-label="Payants">
                  {formatCount(performance.paidTickets)}
                </td>
                <td className="app-table__number" data-label="Gratuits">
                  {formatCount(performance.freeTickets)}
                </td>
                <td className="app-table__number" data-label="Recettes TTC">
                  {formatAmount(performance.includingTaxesCents)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </article>
  );
}

function describeMissing({ field, code }: QuarterIssue, startAt: string | undefined): string {
  const sentence = describeIssue({ organism: 'SIBIL', field, code });
  return startAt === undefined ? sentence : `${formatDateTime(new Date(startAt))}\u00a0: ${sentence}`;
}
