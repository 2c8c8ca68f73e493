import 'server-only';
import { type AgenciesDifference, diffAgencies, isSuspicious } from '@/declarations/agencies/diff-agencies';
import { type AgencyEntry } from '@/declarations/agencies/parse-agencies';
import { type TransmittableOrganism } from '@/domain/organism';
import { type Database, type Transaction } from '@/server/db/client';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';

export type AgenciesComparison = {
  readonly current: readonly AgencyEntry[];
  readonly difference: AgenciesDifference;
  /** More than a fifth of the agencies or of the codes would go: the file is probably cut. */
  readonly isSuspicious: boolean;
  /** Of the change itself: given back with the import, so that what was looked at is what is done. */
  readonly fingerprint: string;
};

/** What a list would change among the agencies of today. Two queries, whatever their number; nothing is written. */
export async function compareAgencies(
  db: Database | Transaction,
  organism: TransmittableOrganism,
  agencies: readonly AgencyEntry[],
): Promise<AgenciesComparison> {
  const rows = await db.agency.findMany({
    where: { organism },
    select: { email: true, postalCodes: { select: { code: true }, orderBy: { code: 'asc' } } },
    orderBy: { email: 'asc' },
  });
  const current = rows.map(({ email, postalCodes }) => ({ email, codes: postalCodes.map(({ code }) => code) }));
  const difference = diffAgencies(current, agencies);
  return {
    current,
    difference,
    isSuspicious: isSuspicious(current, difference),
    fingerprint: toSha256(toCanonicalJson({ organism, current, difference })),
  };
}
