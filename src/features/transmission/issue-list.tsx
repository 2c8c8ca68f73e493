import { describeIssue } from '@/i18n/declaration-issues';
import type { OrganismReview } from '@/server/declarations/review-declaration.schema';

export type IssueListProps = {
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly issues: OrganismReview['issues'];
  readonly showHref: string;
};

/** What is missing or deserves a look, each a link to its field on the page of the show. */
export function IssueList({ severity, title, issues, showHref }: IssueListProps) {
  return (
    <div className={`fr-alert fr-alert--${severity} fr-mb-3w`}>
      <h3 className="fr-alert__title">{title}</h3>
      <ul>
        {countSame(issues).map(({ issue, count }) => (
          <li key={`${issue.code}-${issue.field}`}>
            <a href={`${showHref}#${toAnchor(issue)}`}>
              {describeIssue(issue)}
              {count > 1 && ` (${count} représentations)`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same thing said of 200 performances is one line that counts them and leads to the first. */
function countSame(issues: OrganismReview['issues']) {
  const lines = new Map<string, { issue: OrganismReview['issues'][number]; count: number }>();
  for (const issue of issues) {
    const key = `${issue.code}-${issue.field}`;
    const line = lines.get(key);
    lines.set(key, line ? { ...line, count: line.count + 1 } : { issue, count: 1 });
  }
  return [...lines.values()];
}

/** Field of an issue on the page of the show: its DOM id there. */
function toAnchor({ field, performanceId }: OrganismReview['issues'][number]): string {
  return performanceId === undefined ? field : field.replace(/^performances/, `performances.${performanceId}`);
}
