import 'server-only';
import { organismModules } from '@/declarations/registry';
import { leaveOutAccepted } from '@/declarations/sacd/leave-out-accepted';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { canTransmit } from '@/domain/declaration/status';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { isSelfSent, type SeriesOrganism, seriesOrganisms } from '@/domain/organism';
import { type Database } from '@/server/db/client';
import { answersSchema } from '@/server/submissions/step-outcome';
import { type SignedInUser } from '@/server/trpc/context';
import { findAgency, type FoundAgency } from './find-agency';
import { type DeclarationRow, type LoadedSeries } from './load-series';

/** What would be sent to one organism now, and what stands in the way. */
export type PreparedDeclaration = {
  readonly organism: SeriesOrganism;
  readonly row: DeclarationRow;
  readonly declaration: NeutralDeclaration;
  /** Blocking ones first. A missing agency is among them where the organism is written to. */
  readonly issues: readonly DeclarationIssue[];
  readonly agency: FoundAgency | null;
  /** False when it was received already, or is on its way. */
  readonly sendable: boolean;
};

/** Who acts as declarant, and when: what a draft does not hold. */
export type DeclarationMaker = { readonly user: SignedInUser; readonly now: Date };

/** Prepares every chosen organism that a show is declared to, in the order of the screens. */
export async function prepareDeclarations(
  db: Database,
  { draft, declarations }: LoadedSeries,
  { user, now }: DeclarationMaker,
): Promise<readonly PreparedDeclaration[]> {
  const chosen = declarations.filter(isDeclaredByShow);
  const declaration = toNeutralDeclaration(draft, {
    declaredAt: now,
    declarant: { firstname: user.firstname, lastname: user.lastname, email: user.email },
    documents: [],
    organisms: chosen.map(({ organism }) => organism),
  });
  return Promise.all(
    chosen.map(async (row) => {
      const { organism } = row;
      const organismModule = organismModules[organism];
      const agency = isSelfSent(organism)
        ? null
        : await findAgency(db, organism, organismModule.agencyPostalCode(declaration));
      const issues = withAgencyIssue(organism, declaration, organismModule.check(declaration, now), agency);
      const toSend = issues.some(isBlocking) ? declaration : await leaveOutTold(db, row, declaration);
      return { organism, row, declaration: toSend, issues, agency, sendable: canTransmit(row.state) };
    }),
  );
}

/** After a partial refusal of SACD, what it accepted is not told a second time. */
async function leaveOutTold(
  db: Database,
  row: DeclarationRow,
  declaration: NeutralDeclaration,
): Promise<NeutralDeclaration> {
  if (row.organism !== 'SACD' || row.submissions.length === 0) return declaration;
  const submissions = await db.submission.findMany({
    where: { declarationId: row.id },
    select: { payload: true, answers: true },
    orderBy: { number: 'asc' },
  });
  const past = submissions.map(({ payload, answers }) => ({
    declaration: neutralDeclarationSchema.parse(payload),
    answers: answersSchema.parse(answers),
  }));
  return leaveOutAccepted(
    declaration,
    past.filter(({ answers }) => answers.length > 0),
  );
}

function isDeclaredByShow(row: DeclarationRow): row is DeclarationRow & { organism: SeriesOrganism } {
  return seriesOrganisms.some((organism) => organism === row.organism);
}

/**
 * An agency is needed where mail goes to it: for SACEM always, for SACD with documents only (its web service has the rest);
 * nothing is mailed for what a person sends themselves.
 */
function needsAgency(organism: SeriesOrganism, declaration: NeutralDeclaration): boolean {
  return organism === 'SACEM' || (organism === 'SACD' && declaration.documents.length > 0);
}

/** A venue that is not known yet is told as such by the organism's own check; the missing agency only adds to a known one. */
function withAgencyIssue(
  organism: SeriesOrganism,
  declaration: NeutralDeclaration,
  issues: readonly DeclarationIssue[],
  agency: FoundAgency | null,
): readonly DeclarationIssue[] {
  const isVenueMissing = issues.some(({ code, field }) => code === 'required' && field === 'series.venue');
  if (agency || isVenueMissing || !needsAgency(organism, declaration)) return issues;
  const blocking = issues.filter(isBlocking);
  const warnings = issues.filter((issue) => !isBlocking(issue));
  return [...blocking, { organism, severity: 'wrong', code: 'no-agency', field: 'series.venue' }, ...warnings];
}
