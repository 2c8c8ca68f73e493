import 'server-only';
import { splitByAgency, listPlaces } from '@/declarations/agencies/split-by-agency';
import { organismModules } from '@/declarations/registry';
import { leaveOutAccepted } from '@/declarations/sacd/leave-out-accepted';
import { toSeriesVenue } from '@/domain/declaration/effective';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { isOpen } from '@/domain/declaration/lock';
import { isReceived } from '@/domain/declaration/received';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import {
  isSeriesOrganism,
  isTax,
  type SeriesOrganism,
  type TaxOrganism,
  type TransmittableOrganism,
} from '@/domain/organism';
import { type Database } from '@/server/db/client';
import { answersSchema } from '@/server/submissions/step-outcome';
import { type SignedInUser } from '@/server/trpc/context';
import { countUnfinishedDocuments, listReadyDocuments } from '@/server/attachments/list-ready-documents';
import { findAgencies, type FoundAgency } from './find-agencies';
import { isUnchanged } from './is-unchanged';
import { type AgencyStatement, markDelivered } from './mark-delivered';
import { type DeclarationRow, type LoadedSeries } from './load-series';
import { planDocuments, type PlannedDocument, toNeutralDocuments } from './plan-documents';

/** What would be sent to one organism now, and what stands in the way. */
export type PreparedDeclaration = {
  readonly organism: SeriesOrganism;
  readonly row: DeclarationRow;
  readonly declaration: NeutralDeclaration;
  /** Blocking ones first. A missing agency is among them where the organism is written to. */
  readonly issues: readonly DeclarationIssue[];
  readonly agency: FoundAgency | null;
  /** Documents of the show that go to this organism (to each of its agencies), each in its mail. */
  readonly documents: readonly PlannedDocument[];
  /** SACEM, when performances are served by several agencies: what each is told. Empty otherwise. */
  readonly parts: readonly AgencyStatement[];
  /** False when it was received already and nobody corrects it, is on its way, or is corrected by letter. */
  readonly sendable: boolean;
  /** A correction that a person writes to the organism, which has no channel for it. */
  readonly byLetter: boolean;
};

/** Who acts as declarant, and when: what a draft does not hold. */
export type DeclarationMaker = { readonly user: SignedInUser; readonly now: Date };

/** Prepares every chosen organism that a show is declared to, in the order of the screens. */
export async function prepareDeclarations(
  db: Database,
  { row: series, draft, declarations }: LoadedSeries,
  { user, now }: DeclarationMaker,
): Promise<readonly PreparedDeclaration[]> {
  const chosen = declarations.filter(isDeclaredByShow);
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
      if (isTax(organism)) return prepareTax(db, row, organism, { ...common, ...toCorrects(row) }, now);
      const { documents, areTooHeavy } = planDocuments(organism, ready);
      const declaration = { ...common, documents: toNeutralDocuments(documents), ...toCorrects(row) };
      const checked = organismModules[organism].check(declaration, now);
      const { agency, parts, unserved } = await chooseAgencies(db, row, organism, declaration);
      const found = withAgencyIssues(organism, checked, unserved);
      const weighed = withDocumentIssues(organism, found, { areTooHeavy, unfinished });
      const issues = await withCorrectionIssue(db, row, declaration, weighed);
      const toSend = issues.some(isBlocking) ? declaration : await leaveOutTold(db, row, declaration);
      const byLetter = organism === 'SACD' && row.correctingSince !== null;
      // Of SACD, after a partial refusal: it has accepted all that is left to declare.
      const isAllTold = toSend.performances.length === 0 && declaration.performances.length > 0;
      const sendable = isOpen(row) && !byLetter && !isAllTold;
      return { organism, row, declaration: toSend, issues, agency, parts, documents, sendable, byLetter };
    }),
  );
}

/** Of what was received once and is open again: a correction, which says everything and what it replaces. */
function toCorrects(row: DeclarationRow): Pick<NeutralDeclaration, 'corrects'> {
  if (!isOpen(row)) return {};
  const { submissions } = row;
  const [last] = submissions;
  const received = submissions.find(({ state }) => isReceived(state));
  if (!last || !received) return {};
  const submittedAt = received.createdAt.toISOString();
  return { corrects: { number: last.number + 1, replaces: received.number, submittedAt } };
}

/** After a partial refusal of SACD, what it accepted is not told a second time. */
async function leaveOutTold(
  db: Database,
  row: DeclarationRow,
  declaration: NeutralDeclaration,
): Promise<NeutralDeclaration> {
  if (row.organism !== 'SACD' || row.submissions.length === 0 || !isOpen(row) || declaration.corrects)
    return declaration;
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
  return isSeriesOrganism(row.organism);
}

/** Nothing is mailed for a tax, which a person declares themselves: no agency, no document. */
async function prepareTax(
  db: Database,
  row: DeclarationRow,
  organism: TaxOrganism,
  declaration: NeutralDeclaration,
  now: Date,
): Promise<PreparedDeclaration> {
  const checked = organismModules[organism].check(declaration, now);
  const issues = await withCorrectionIssue(db, row, declaration, checked);
  return {
    organism,
    row,
    declaration,
    issues,
    agency: null,
    parts: [],
    documents: [],
    sendable: isOpen(row),
    byLetter: false,
  };
}

type AgencyChoice = Pick<PreparedDeclaration, 'agency' | 'parts'> & { readonly unserved: AgencySplit['unserved'] };
type AgencySplit = ReturnType<typeof splitByAgency<FoundAgency>>;

/** An agency is needed where mail goes to it: for SACEM always, for SACD with documents only (its web service has the rest). */
async function chooseAgencies(
  db: Database,
  row: DeclarationRow,
  organism: TransmittableOrganism,
  declaration: NeutralDeclaration,
): Promise<AgencyChoice> {
  const find = await findAgencies(db, organism, listPlaces(declaration));
  const venue = toSeriesVenue(declaration);
  if (organism === 'SACEM' && declaration.performances.length > 0) {
    const { parts, unserved } = splitByAgency(declaration, find);
    const several = await markDelivered(db, row, parts.length > 1 ? parts : []);
    return { agency: parts[0]?.agency ?? null, parts: several, unserved };
  }
  const agency = venue && find(venue.address);
  const isNeeded = organism === 'SACEM' || declaration.documents.length > 0;
  return { agency, parts: [], unserved: venue && !agency && isNeeded ? [{ field: 'series.venue' }] : [] };
}

/** Last of what blocks: a venue that is not known yet is told as such by the organism's own check. */
function withAgencyIssues(
  organism: TransmittableOrganism,
  issues: readonly DeclarationIssue[],
  unserved: AgencySplit['unserved'],
): readonly DeclarationIssue[] {
  const missing = unserved.map((place) => ({ organism, severity: 'wrong', code: 'no-agency', ...place }) as const);
  return addBlocking(issues, missing);
}

/** What stands in the way of the documents: too much for mail, or not here yet. */
function withDocumentIssues(
  organism: TransmittableOrganism,
  issues: readonly DeclarationIssue[],
  { areTooHeavy, unfinished }: { readonly areTooHeavy: boolean; readonly unfinished: number },
): readonly DeclarationIssue[] {
  const field = 'series.documents';
  const heavy: DeclarationIssue = { organism, severity: 'wrong', code: 'documents-too-heavy', field };
  const weighed = areTooHeavy ? addBlocking(issues, [heavy]) : issues;
  if (unfinished === 0) return weighed;
  return [...weighed, { organism, severity: 'warning', code: 'document-unfinished', field }];
}

/** A correction that changes nothing would only puzzle who receives it. */
async function withCorrectionIssue(
  db: Database,
  row: DeclarationRow,
  declaration: NeutralDeclaration,
  issues: readonly DeclarationIssue[],
): Promise<readonly DeclarationIssue[]> {
  const { organism } = row;
  if (issues.some(isBlocking) || !(await isUnchanged(db, row, declaration))) return issues;
  return addBlocking(issues, [{ organism, severity: 'wrong', code: 'nothing-corrected', field: 'performances' }]);
}

/** After those that block, before the warnings. */
function addBlocking(
  issues: readonly DeclarationIssue[],
  added: readonly DeclarationIssue[],
): readonly DeclarationIssue[] {
  return [...issues.filter(isBlocking), ...added, ...issues.filter((issue) => !isBlocking(issue))];
}
