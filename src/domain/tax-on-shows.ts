import { type EffectivePerformance, listEffectivePerformances } from './declaration/effective';
import type { NeutralDeclaration } from './declaration/neutral';
import { sumCents } from './money';
import type { TaxOrganism } from './organism';
import { divideHalfUp } from './tax';

/**
 * The taxes on shows (CNM: variety; ASTP: drama, opera, dance): 3.5 % of the ticketing excluding VAT, in basis points.
 * Code des impositions sur les biens et services, L. 452-14 to L. 452-27.
 */
export const taxOnShowsRateBp = 350;

/** Below this total of a taxpayer over a calendar year (in cents) the tax is not collected; it is declared all the same. */
export const yearlyThresholdCents = 8_000;

/** Why a performance is in the base, or not. */
export type TaxReason =
  | 'ticketing' // entrance is charged: its ticketing excluding VAT
  | 'free-entrance' // nobody pays: the sale contract, once for the show
  | 'school-session' // educational session of a public school or one under contract: exempt
  | 'subsidised'; // ASTP only: public or subsidised structure, without a contract with a private entrepreneur

export type TaxedPerformance = {
  readonly performance: EffectivePerformance;
  readonly isTaxable: boolean;
  readonly reason: TaxReason;
  /** Its own part of the base, in cents; 0 when entrance is free or it is exempt. */
  readonly baseCents: number;
};

/** The tax of a show with every step, in cents; indicative, since the notice of the organism prevails. */
export type TaxOnShow = {
  readonly tax: TaxOrganism;
  /** By start, then id. */
  readonly performances: readonly TaxedPerformance[];
  /** Ticketing excluding VAT of the taxable performances with an entrance charge. */
  readonly ticketingBaseCents: number;
  /** Sale contract excluding VAT, when a taxable performance is free; null otherwise, or while its price is not given. */
  readonly sale: { readonly baseCents: number; readonly owedBy: 'declarant' | 'seller' } | null;
  /** What this organisation owes upon: its ticketing, and the sale contract only when it is the seller. */
  readonly baseCents: number;
  /** Tax before rounding, in thousandths of a cent: base × 35. Exact. */
  readonly exactThousandths: number;
  /** Base × 35 / 1000, half a cent up. */
  readonly taxCents: number;
};

/** Whether spectators of a performance pay to get in. */
export function hasEntranceCharge({ ticketing }: Pick<EffectivePerformance, 'ticketing'>): boolean {
  return ticketing.paidTickets > 0 || ticketing.includingTaxesCents > 0;
}

/**
 * The tax that a show owes. What nobody answered yet exempts nothing. The two taxes exclude each other: the caller knows
 * which one the show is for.
 */
export function computeTaxOnShow(declaration: NeutralDeclaration, tax: TaxOrganism): TaxOnShow {
  const performances = listEffectivePerformances(declaration).map((performance): TaxedPerformance => {
    const reason = findReason(declaration, tax, performance);
    const baseCents = reason === 'ticketing' ? performance.ticketing.excludingTaxesCents : 0;
    return { performance, isTaxable: reason === 'ticketing' || reason === 'free-entrance', reason, baseCents };
  });
  const ticketingBaseCents = sumCents(performances.map(({ baseCents }) => baseCents));
  const sale = findSale(declaration, performances);
  const baseCents = ticketingBaseCents + (sale?.owedBy === 'declarant' ? sale.baseCents : 0);
  return {
    tax,
    performances,
    ticketingBaseCents,
    sale,
    baseCents,
    exactThousandths: baseCents * 35,
    taxCents: toTaxCents(baseCents),
  };
}

/** Tax on a base, both in cents: base × 35 / 1000, half a cent up, in integers. */
export function toTaxCents(baseCents: number): number {
  return Number(divideHalfUp(BigInt(baseCents) * BigInt(taxOnShowsRateBp), 10_000n));
}

/** Whether the taxes of one calendar year (cents, all shows of a taxpayer together) are too low to be collected. */
export function isBelowYearlyThreshold(yearlyTaxCents: number): boolean {
  return yearlyTaxCents < yearlyThresholdCents;
}

function findReason(
  { organization, series }: NeutralDeclaration,
  tax: TaxOrganism,
  performance: EffectivePerformance,
): TaxReason {
  if (performance.audience === 'SCHOOL' && series.schoolSessionsExempt === true) return 'school-session';
  const isSpared = organization.isSubsidised === true && series.hasPrivateContract === false;
  if (tax === 'ASTP' && isSpared) return 'subsidised';
  return hasEntranceCharge(performance) ? 'ticketing' : 'free-entrance';
}

/** The contract counts once, however many performances are free. Without another producer, the organisation is the seller. */
function findSale(
  { organization, series }: NeutralDeclaration,
  performances: readonly TaxedPerformance[],
): TaxOnShow['sale'] {
  if (series.salePrice === null || performances.every(({ reason }) => reason !== 'free-entrance')) return null;
  const isSeller = series.producer === null || series.producer.siren === organization.siren;
  return { baseCents: series.salePrice.excludingTaxesCents, owedBy: isSeller ? 'declarant' : 'seller' };
}
