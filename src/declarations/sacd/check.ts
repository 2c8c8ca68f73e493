import type { DeclarationIssue } from '@/domain/declaration/issue';
import { checkExpenses, checkPerformances, checkSeries, type Finding, toIssues } from '@/domain/declaration/issues';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';

/** The service keeps this many characters of a text. */
export const sacdTextLength = 128;

/**
 * What SACD needs: its identifier, the organiser's seat, the producer, genre, venue, capacity, the three kinds of expenses,
 * and performances that took place (they are declared as final).
 */
export function checkSacd(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[] {
  const { organization, series } = declaration;
  const findings: Finding[] = [];
  if (organization.sacdId === null)
    findings.push({ severity: 'missing', code: 'required', field: 'organization.sacdId' });
  if (organization.headquarters === null) {
    findings.push({ severity: 'missing', code: 'required', field: 'organization.headquarters' });
  }
  if (series.producer === null) findings.push({ severity: 'missing', code: 'required', field: 'series.producer' });
  if ([...series.name].length > sacdTextLength) {
    findings.push({ severity: 'warning', code: 'title-cut', field: 'series.name' });
  }
  return toIssues('SACD', [
    ...findings,
    ...checkSeries(declaration),
    ...checkExpenses(declaration, ['approach', 'circus']),
    ...checkPerformances(declaration, { otherRevenue: false, future: 'wrong' }, now),
  ]);
}
