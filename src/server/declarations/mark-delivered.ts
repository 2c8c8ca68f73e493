import 'server-only';
import { type AgencyPart } from '@/declarations/agencies/split-by-agency';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { toCanonicalJson } from '@/server/submissions/canonical-json';
import { sendingStepKinds } from '@/server/submissions/get-submission.schema';
import { type FoundAgency } from './find-agencies';
import { type DeclarationRow } from './load-series';

/** What one of several agencies is told. */
export type AgencyStatement = AgencyPart<FoundAgency> & {
  /** It has the very same statement from a submission that did not reach the others: it is not sent a second time. */
  readonly isDelivered: boolean;
};

/**
 * After a submission that reached some agencies only, which of them have what would be sent now. One whose figures changed since is
 * told again, as is everyone when nothing would be left to send.
 */
export async function markDelivered(
  db: Database,
  row: DeclarationRow,
  parts: readonly AgencyPart<FoundAgency>[],
): Promise<readonly AgencyStatement[]> {
  const told = row.state === 'failed' && parts.length > 0 ? await listDelivered(db, row.id) : new Map<string, string>();
  const marked = parts.map((part) => ({
    ...part,
    isDelivered: told.get(part.agency.email) === toContent(part.declaration),
  }));
  return marked.every(({ isDelivered }) => isDelivered)
    ? parts.map((part) => ({ ...part, isDelivered: false }))
    : marked;
}

/** Address → the last statement that it took. */
async function listDelivered(db: Database, declarationId: string): Promise<ReadonlyMap<string, string>> {
  const submissions = await db.submission.findMany({
    where: { declarationId },
    select: {
      payload: true,
      steps: { where: { kind: { in: [...sendingStepKinds] }, state: 'succeeded', recipient: { not: null } } },
    },
    orderBy: { number: 'asc' },
  });
  return new Map(
    submissions.flatMap(({ payload, steps }) => {
      const declaration = neutralDeclarationSchema.parse(payload);
      return steps.map(({ recipient, performanceIds }): [string, string] => {
        const performances = declaration.performances.filter(({ id }) => performanceIds.includes(id));
        return [recipient ?? '', toContent({ ...declaration, performances })];
      });
    }),
  );
}

/** Without the moment and the person, which may differ. */
function toContent({ declaredAt: _moment, declarant: _person, ...content }: NeutralDeclaration): string {
  return toCanonicalJson(content);
}
