import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import { toDeclaredFigures } from '@/domain/declaration/figures';
import { isDeclared } from '@/domain/declaration/to-neutral-declaration';
import type { SeriesOrganism } from '@/domain/organism';

/** Answers that a tax on shows asks for only where they change something (`checkTax` says when they are missing). */
export type AskedAnswer = 'artists' | 'isSubsidised' | 'hasPrivateContract' | 'schoolSessionsExempt' | 'salePrice';

/** What the chosen organisms ask of this draft. Read at every key stroke: one pass over the performances, nothing computed. */
export function listAskedAnswers(draft: Draft, organisms: readonly SeriesOrganism[]): readonly AskedAnswer[] {
  const [isCnm, isAstp] = [organisms.includes('CNM'), organisms.includes('ASTP')];
  if (!isCnm && !isAstp) return [];
  const { series, organization } = draft;
  const isSubsidised = isAstp && organization.isSubsidised === true;
  const declared = draft.performances.filter(isDeclared);
  const schools = declared.filter(({ overrides }) => (overrides.audience ?? series.audience) === 'SCHOOL');
  const isExempt = (performance: DraftPerformance) =>
    series.schoolSessionsExempt === true && (performance.overrides.audience ?? series.audience) === 'SCHOOL';
  const isSpared = isSubsidised && series.hasPrivateContract === false && !isCnm;
  const asksPrice = !isSpared && declared.some((performance) => isFree(performance) && !isExempt(performance));
  const asked: readonly (readonly [AskedAnswer, boolean])[] = [
    ['artists', isCnm],
    ['isSubsidised', isAstp],
    ['hasPrivateContract', isSubsidised],
    ['schoolSessionsExempt', schools.length > 0],
    ['salePrice', asksPrice],
  ];
  return asked.filter(([, isAsked]) => isAsked).map(([answer]) => answer);
}

/** Whether nobody pays to get in. */
function isFree({ imported, corrected }: DraftPerformance): boolean {
  const { paidTickets, includingTaxesCents } = toDeclaredFigures(imported, corrected);
  return paidTickets === 0 && includingTaxesCents === 0;
}
