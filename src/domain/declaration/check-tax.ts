import { type TaxOrganism, taxOrganisms } from '../organism';
import { computeTaxOnShow } from '../tax-on-shows';
import { listEffectivePerformances } from './effective';
import type { DeclarationField } from './issue';
import { type Finding, findPairFault } from './issues';
import type { NeutralDeclaration } from './neutral';

/**
 * Answers that a tax on shows depends on, asked only where they change something: school sessions, the structure's and the
 * contract's nature (ASTP), the sale price when entrance is free. And never both taxes.
 */
export function checkTax(declaration: NeutralDeclaration, tax: TaxOrganism): Finding[] {
  const { organization, series } = declaration;
  const hasSchoolSessions = listEffectivePerformances(declaration).some(({ audience }) => audience === 'SCHOOL');
  const asked: readonly { field: DeclarationField; isAsked: boolean; answer: unknown }[] = [
    { field: 'organization.isSubsidised', isAsked: tax === 'ASTP', answer: organization.isSubsidised },
    {
      field: 'series.hasPrivateContract',
      isAsked: tax === 'ASTP' && organization.isSubsidised === true,
      answer: series.hasPrivateContract,
    },
    { field: 'series.schoolSessionsExempt', isAsked: hasSchoolSessions, answer: series.schoolSessionsExempt },
    { field: 'series.salePrice', isAsked: hasFreeEntrance(declaration, tax), answer: series.salePrice },
  ];
  const fault = series.salePrice && hasFreeEntrance(declaration, tax) ? findPairFault(series.salePrice) : null;
  return [
    ...(taxOrganisms.every((organism) => series.organisms.includes(organism))
      ? [{ severity: 'wrong', code: 'both-taxes', field: 'series.organisms' } as const]
      : []),
    ...asked
      .filter(({ isAsked, answer }) => isAsked && answer === null)
      .map(({ field }): Finding => ({ severity: 'missing', code: 'required', field })),
    ...(fault ? [{ severity: 'wrong', code: fault, field: 'series.salePrice' } as const] : []),
  ];
}

/** Whether a taxable performance is free: the price of the sale contract then counts. */
function hasFreeEntrance(declaration: NeutralDeclaration, tax: TaxOrganism): boolean {
  return computeTaxOnShow(declaration, tax).performances.some(({ reason }) => reason === 'free-entrance');
}
