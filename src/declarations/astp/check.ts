import { checkTax } from '@/domain/declaration/check-tax';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { checkPerformances, checkSeries, type Finding, toIssues } from '@/domain/declaration/issues';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';

/** What the form of ASTP asks: the declarant's address, the producer, the venue, and the answers that the tax depends on. */
export function checkAstp(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[] {
  const findings: Finding[] = [];
  if (declaration.organization.headquarters === null) {
    findings.push({ severity: 'missing', code: 'required', field: 'organization.headquarters' });
  }
  if (declaration.series.producer === null) {
    findings.push({ severity: 'missing', code: 'required', field: 'series.producer' });
  }
  return toIssues('ASTP', [
    ...findings,
    ...checkSeries(declaration, ['venue']),
    ...checkTax(declaration, 'ASTP'),
    ...checkPerformances(declaration, { otherRevenue: false, future: 'warning' }, now),
  ]);
}
