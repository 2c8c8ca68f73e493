import type { DeclarationIssue } from '@/domain/declaration/issue';
import { checkExpenses, checkPerformances, checkSeries, type Finding, toIssues } from '@/domain/declaration/issues';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';

/**
 * What SACEM needs: the client number, genre, venue, capacity, total expenses and approach costs, and performances with
 * their side revenue. The producer is welcome and not required; circus expenses are not its concern.
 */
export function checkSacem(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[] {
  const findings: Finding[] = [];
  if (declaration.organization.sacemId === null) {
    findings.push({ severity: 'missing', code: 'required', field: 'organization.sacemId' });
  }
  return toIssues('SACEM', [
    ...findings,
    ...checkSeries(declaration),
    ...checkExpenses(declaration, ['approach']),
    ...checkPerformances(declaration, { otherRevenue: true, future: 'warning' }, now),
  ]);
}
