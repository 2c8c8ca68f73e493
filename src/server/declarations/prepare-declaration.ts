import 'server-only';
import { organismModules } from '@/declarations/registry';
import { leaveOutAccepted } from '@/declarations/sacd/leave-out-accepted';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { canTransmit } from '@/domain/declaration/status';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { type TransmittableOrganism, transmittableOrganisms } from '@/domain/organism';
import { type Database } from '@/server/db/client';
import { answersSchema } from '@/server/submissions/step-outcome';
import { type SignedInUser } from '@/server/trpc/context';
import { countUnfinishedDocuments, listReadyDocuments } from '@/server/attachments/list-ready-documents';
import { findAgency, type FoundAgency } from './find-agency';
import { type DeclarationRow, type LoadedSeries } from './load-series';
import { planDocuments, type PlannedDocument, toNeutralDocuments } from './plan-documents';

/** What would be sent to one organism now, and what stands in the way. */
export type PreparedDeclaration = {
  readonly organism: TransmittableOrganism;
  readonly row: DeclarationRow;
  readonly declaration: NeutralDeclaration;
  /** Blocking ones first. A missing agency is among them where the organism is written to. */
  readonly issues: readonly DeclarationIssue[];
  readonly agency: FoundAgency | null;
  /** Documents of the show that go to this organism, each in its mail. */
  readonly documents: readonly PlannedDocument[];
  /** False when it was received already, or is on its way. */
  readonly sendable: boolean;
};

/** Who acts as declarant, and when: what a draft does not hold. */
export type DeclarationMaker = { readonly user: SignedInUser; readonly now: Date };

/** Prepares every chosen organism that can be transmitted to, in the order of the screens. */
export async function prepareDeclarations(
  db: Database,
  { row: series, draft, declarations }: LoadedSeries,
  { user, now }: DeclarationMaker,
): Promise<readonly PreparedDeclaration[]> {
  const chosen = declarations.filter(isTransmittable);
  const { organizationId } = series;
  const scope = { organizationId, seriesId: series.id };
  const [ready, unfinished] = await Promise.all([listReadyDocuments(db, scope), countUnfinishedDocuments(db, scope)]);
  const common = toNeutralDeclaration(draft, {
    declaredAt: now,
    declarant: { firstname: user.firstname, lastname: user.lastname, email: user.email },
    documents: [],
    organisms: chosen.map(({ organism }) => organism),
  });
  return Promise.all(
    chosen.map(async (row) => {
      const { organism } = row;
      const organismModule = organismModules[organism];
      const { documents, areTooHeavy } = planDocuments(organism, ready);
      const declaration = { ...common, documents: toNeutralDocuments(documents) };
      const agency = await findAgency(db, organism, organismModule.agencyPostalCode(declaration));
      const found = withAgencyIssue(organism, declaration, organismModule.check(declaration, now), agency);
      const issues = withDocumentIssues(organism, found, { areTooHeavy, unfinished });
      const toSend = issues.some(isBlocking) ? declaration : await leaveOutTold(db, row, declaration);
      return { organism, row, declaration: toSend, issues, agency, documents, sendable: canTransmit(row.state) };
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
  return addBlocking(issues, { organism, severity: 'wrong', code: 'no-agency', field: 'series.venue' });
}

/** What stands in the way of the documents: too much for mail, or not here yet. */
function withDocumentIssues(
  organism: TransmittableOrganism,
  issues: readonly DeclarationIssue[],
  { areTooHeavy, unfinished }: { readonly areTooHeavy: boolean; readonly unfinished: number },
): readonly DeclarationIssue[] {
  const field = 'series.documents';
  const heavy: DeclarationIssue = { organism, severity: 'wrong', code: 'documents-too-heavy', field };
  const weighed = areTooHeavy ? addBlocking(issues, heavy) : issues;
  if (unfinished === 0) return weighed;
  return [...weighed, { organism, severity: 'warning', code: 'document-unfinished', field }];
}

/** After those that block, before the warnings. */
function addBlocking(issues: readonly DeclarationIssue[], added: DeclarationIssue): readonly DeclarationIssue[] {
  return [...issues.filter(isBlocking), added, ...issues.filter((issue) => !isBlocking(issue))];
}
