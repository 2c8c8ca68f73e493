import 'server-only';
import { type AgencyPart } from '@/declarations/agencies/split-by-agency';
import { isSameDeclaration, listDifferences } from '@/domain/declaration/differences';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { toCanonicalJson } from '@/server/submissions/canonical-json';
import { listTold, toCorrectionFor } from '@/server/submissions/list-told';
import { type FoundAgency } from './find-agencies';
import { type DeclarationRow } from './load-series';

/** What one of several agencies is told. */
export type AgencyStatement = AgencyPart<FoundAgency> & {
  /** It has the very same statement from an earlier submission: it is not sent a second time. */
  readonly isDelivered: boolean;
};

/**
 * After a submission that reached some agencies only, and when a person corrects: which of them have what would be sent now. One
 * whose figures changed since is told again, as is everyone when nothing would be left to send.
 */
export async function markDelivered(
  db: Database,
  row: DeclarationRow,
  parts: readonly AgencyPart<FoundAgency>[],
): Promise<readonly AgencyStatement[]> {
  const isAgain = row.state === 'failed' || row.correctingSince !== null;
  const told = isAgain && parts.length > 0 ? await listTold(db, row.id) : new Map<string, never>();
  const marked = parts.map(({ agency, declaration }) => {
    const before = told.get(agency.email);
    const isDelivered = before !== undefined && saysTheSame(before.declaration, declaration);
    return { agency, declaration: toCorrectionFor(declaration, before), isDelivered };
  });
  return marked.every(({ isDelivered }) => isDelivered)
    ? marked.map((part) => ({ ...part, isDelivered: false }))
    : marked;
}

/** As SACEM reads it, with the same documents: another organism chosen since is nothing to it. */
function saysTheSame(before: NeutralDeclaration, now: NeutralDeclaration): boolean {
  if (toCanonicalJson(before.documents) !== toCanonicalJson(now.documents)) return false;
  return isSameDeclaration(listDifferences('SACEM', before, now));
}
