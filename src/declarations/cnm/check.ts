import { checkTax } from '@/domain/declaration/check-tax';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import { checkPerformances, checkSeries, type Finding, toIssues } from '@/domain/declaration/issues';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';

/**
 * What the CNM needs in substance: the taxpayer's address, genre, venue, capacity, and the answers that the tax depends on.
 * The exact fields of its online form are not published: artists are welcome and not required.
 */
export function checkCnm(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[] {
  const findings: Finding[] = [];
  if (declaration.organization.headquarters === null) {
    findings.push({ severity: 'missing', code: 'required', field: 'organization.headquarters' });
  }
  if (declaration.series.artists === null) {
    findings.push({ severity: 'warning', code: 'advised', field: 'series.artists' });
  }
  return toIssues('CNM', [
    ...findings,
    ...checkSeries(declaration),
    ...checkTax(declaration, 'CNM'),
    ...checkPerformances(declaration, { otherRevenue: false, future: 'warning' }, now),
  ]);
}
