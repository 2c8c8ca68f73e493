import 'server-only';
import { toParisYear } from '@/domain/calendar';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { type TaxOrganism } from '@/domain/organism';
import { computeTaxOnShow, toTaxCents, yearlyThresholdCents } from '@/domain/tax-on-shows';
import { type Database } from '@/server/db/client';
import { type YearlyTax } from './review-declaration.schema';
import { seriesRowInclude, toDraft } from './series-row';

type Asked = { readonly organizationId: string; readonly tax: TaxOrganism; readonly years: readonly number[] };

/**
 * The taxes of a structure by calendar year (Paris) of performance, all its shows that are declared to this organism together,
 * with today's figures. One look-up, whatever the number of shows.
 */
export async function loadYearlyTaxes(db: Database, { organizationId, tax, years }: Asked): Promise<YearlyTax[]> {
  const rows = await db.series.findMany({
    where: { organizationId, declarations: { some: { organism: tax } } },
    include: seriesRowInclude,
  });
  const declarations = rows.map((row) =>
    toNeutralDeclaration(toDraft(row), { declaredAt: new Date(), declarant: nobody, documents: [], organisms: [tax] }),
  );
  return years.map((year) => ({
    tax,
    year,
    taxCents: toTaxCents(sum(declarations.map((declaration) => toYearlyBase(declaration, tax, year)))),
    thresholdCents: yearlyThresholdCents,
  }));
}

/** Who declares does not matter to what is owed. */
const nobody = { firstname: '', lastname: '', email: '' };

/** Base of one show in one year, in cents. Its sale contract counts once: in the year of its first free performance. */
function toYearlyBase(declaration: NeutralDeclaration, tax: TaxOrganism, year: number): number {
  const { performances, sale } = computeTaxOnShow(declaration, tax);
  const yearOf = ({ performance }: (typeof performances)[number]) => toParisYear(new Date(performance.startAt));
  const own = performances.filter((one) => yearOf(one) === year).map(({ baseCents }) => baseCents);
  const free = performances.find(({ reason }) => reason === 'free-entrance');
  const isSold = free !== undefined && yearOf(free) === year && sale?.owedBy === 'declarant';
  return sum(own) + (isSold ? sale.baseCents : 0);
}

/** Calendar years (Paris) in which a show is played, the first one first. */
export function listYears({ performances }: NeutralDeclaration): number[] {
  return [...new Set(performances.map(({ startAt }) => toParisYear(new Date(startAt))))].sort();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
