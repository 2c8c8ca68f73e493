import 'server-only';
import { organismModules } from '@/declarations/registry';
import { leaveOutAccepted } from '@/declarations/sacd/leave-out-accepted';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { isOpen } from '@/domain/declaration/lock';
import { isReceived } from '@/domain/declaration/received';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { type TransmittableOrganism, transmittableOrganisms } from '@/domain/organism';
import { type Database, type Transaction } from '@/server/db/client';
import { answersSchema } from '@/server/submissions/step-outcome';
import { type SignedInUser } from '@/server/trpc/context';
import { findAgency, type FoundAgency } from './find-agency';
import { type DeclarationRow, type LoadedSeries } from './load-series';

/** What would be sent to one organism now, and what stands in the way. */
export type PreparedDeclaration = {
  readonly organism: TransmittableOrganism;
  readonly row: DeclarationRow;
  readonly declaration: NeutralDeclaration;
  /** Blocking ones first. A missing agency is among them where the organism is written to. */
  readonly issues: readonly DeclarationIssue[];
  readonly agency: FoundAgency | null;
  /** False when it was received already and nobody corrects it, is on its way, or is corrected by letter. */
  readonly sendable: boolean;
  /** A correction that a person writes to the organism, which has no channel for it. */
  readonly byLetter: boolean;
};

/** Who acts as declarant, and when: what a draft does not hold. */
export type DeclarationMaker = { readonly user: SignedInUser; readonly now: Date };

/** Prepares every chosen organism that can be transmitted to, in the order of the screens. */
export async function prepareDeclarations(
  db: Database | Transaction,
  { draft, declarations }: LoadedSeries,
  { user, now }: DeclarationMaker,
): Promise<readonly PreparedDeclaration[]> {
  const chosen = declarations.filter(isTransmittable);
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
      const agency = await findAgency(db, organism, organismModule.agencyPostalCode(declaration));
      const issues = withAgencyIssue(organism, declaration, organismModule.check(declaration, now), agency);
      const toSend = issues.some(isBlocking) ? declaration : await toToldNow(db, row, declaration);
      const byLetter = organism === 'SACD' && row.correctingSince !== null;
      return { organism, row, declaration: toSend, issues, agency, sendable: isOpen(row) && !byLetter, byLetter };
    }),
  );
}

/** A correction says everything and what it replaces; after a partial refusal of SACD, what it accepted is not told again. */
async function toToldNow(
  db: Database | Transaction,
  row: DeclarationRow,
  declaration: NeutralDeclaration,
): Promise<NeutralDeclaration> {
  const [last] = row.submissions;
  const received = row.submissions.find(({ state }) => isReceived(state));
  if (!last || !received) return leaveOutTold(db, row, declaration);
  const submittedAt = received.createdAt.toISOString();
  return { ...declaration, corrects: { number: last.number + 1, replaces: received.number, submittedAt } };
}

async function leaveOutTold(
  db: Database | Transaction,
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

function isTransmittable(row: DeclarationRow): row is DeclarationRow & { organism: TransmittableOrganism } {
  return transmittableOrganisms.some((organism) => organism === row.organism);
}

/** An agency is needed where mail goes to it: for SACEM always, for SACD with documents only (its web service has the rest). */
function needsAgency(organism: TransmittableOrganism, declaration: NeutralDeclaration): boolean {
  return organism === 'SACEM' || declaration.documents.length > 0;
}

/** A venue that is not known yet is told as such by the organism's own check; the missing agency only adds to a known one. */
function withAgencyIssue(
  organism: TransmittableOrganism,
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
