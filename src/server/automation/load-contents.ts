import 'server-only';
import { listPlaces, splitByAgency } from '@/declarations/agencies/split-by-agency';
import { checks } from '@/declarations/checks';
import { toSeriesVenue } from '@/domain/declaration/effective';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import { type DeclarationTotals, computeTotals } from '@/domain/declaration/totals';
import { isSeriesOrganism, isTransmittable, type Organism } from '@/domain/organism';
import { type ReadyDocument } from '@/server/attachments/list-ready-documents';
import { type Database } from '@/server/db/client';
import { findAgencies, type FindAgency } from '@/server/declarations/find-agencies';
import { planDocuments, toNeutralDocuments } from '@/server/declarations/plan-documents';
import { seriesRowInclude, toDraft } from '@/server/declarations/series-row';

/** What would be declared of a show, and what stands in the way for each organism. */
export type ShowContent = {
  readonly totals: DeclarationTotals;
  /** Those that block first. */
  issuesOf(organism: Organism): readonly DeclarationIssue[];
};

type Declarant = NeutralDeclaration['declarant'];

/** The declarations of many shows of one structure at once, judged as their pages judge them. Six queries, whatever their number. */
export async function loadContents(
  db: Database,
  {
    organizationId,
    seriesIds,
    declarant,
  }: { organizationId: string; seriesIds: readonly string[]; declarant: Declarant },
  now: Date,
): Promise<ReadonlyMap<string, ShowContent>> {
  if (seriesIds.length === 0) return new Map();
  const rows = await db.series.findMany({
    where: { organizationId, id: { in: [...new Set(seriesIds)] } },
    include: {
      ...seriesRowInclude,
      declarations: { select: { organism: true } },
      attachments: { where: { removedAt: null, state: { in: ['ready', 'uploading'] } }, orderBy: { createdAt: 'asc' } },
    },
  });
  const shows = rows.map((row) => ({
    id: row.id,
    declaration: toNeutralDeclaration(toDraft(row), {
      declaredAt: now,
      declarant,
      documents: [],
      organisms: row.declarations.map(({ organism }) => organism).filter(isSeriesOrganism),
    }),
    documents: row.attachments.flatMap(({ state, sha256, ...rest }): readonly ReadyDocument[] =>
      state === 'ready' && sha256 !== null ? [{ ...rest, sha256 }] : [],
    ),
    unfinished: row.attachments.filter(({ state }) => state === 'uploading').length,
  }));
  const places = shows.flatMap(({ declaration }) => listPlaces(declaration));
  const [sacem, sacd] = await Promise.all([findAgencies(db, 'SACEM', places), findAgencies(db, 'SACD', places)]);
  return new Map(
    shows.map(({ id, ...show }) => [
      id,
      {
        totals: computeTotals(show.declaration.performances),
        issuesOf: (organism) => listIssues(organism, show, organism === 'SACD' ? sacd : sacem, now),
      },
    ]),
  );
}

type Show = {
  readonly declaration: NeutralDeclaration;
  readonly documents: readonly ReadyDocument[];
  readonly unfinished: number;
};

function listIssues(organism: Organism, show: Show, find: FindAgency, now: Date): readonly DeclarationIssue[] {
  // Nothing is mailed for what a person declares themselves.
  if (!isTransmittable(organism)) return checks[organism](show.declaration, now);
  const { documents, areTooHeavy } = planDocuments(organism, show.documents);
  const declaration = { ...show.declaration, documents: toNeutralDocuments(documents) };
  const field = 'series.documents' as const;
  return [
    ...listUnserved(organism, declaration, find),
    ...(areTooHeavy ? [{ organism, severity: 'wrong', code: 'documents-too-heavy', field } as const] : []),
    ...checks[organism](declaration, now),
    ...(show.unfinished > 0 ? [{ organism, severity: 'warning', code: 'document-unfinished', field } as const] : []),
  ];
}

/** SACEM is written to for every place, SACD when it has documents. A venue that is not known yet is told by the check. */
function listUnserved(organism: Organism, declaration: NeutralDeclaration, find: FindAgency): DeclarationIssue[] {
  const sign = (place: Pick<DeclarationIssue, 'field' | 'performanceId'>): DeclarationIssue => {
    return { organism, severity: 'wrong', code: 'no-agency', ...place };
  };
  if (organism === 'SACEM') return splitByAgency(declaration, find).unserved.map(sign);
  if (organism !== 'SACD' || declaration.documents.length === 0) return [];
  const venue = toSeriesVenue(declaration);
  return venue && !find(venue.address) ? [sign({ field: 'series.venue' })] : [];
}
