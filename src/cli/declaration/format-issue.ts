import { type DeclarationIssue } from '@/domain/declaration/issue';
import { describeIssue } from '@/i18n/declaration-issues';

/** `Indiquez la jauge de la salle. (series.capacity)`, with the performance when there is one. */
export function formatIssue(issue: DeclarationIssue): string {
  const place = issue.performanceId === undefined ? issue.field : `${issue.field}, ${issue.performanceId}`;
  return `${describeIssue(issue)} (${place})`;
}
