import 'server-only';
import type * as z from 'zod/mini';
import { checkSibil } from '@/declarations/sibil/check';
import { isSameVenue, listEffectivePerformances } from '@/domain/declaration/effective';
import { isBlocking } from '@/domain/declaration/issues';
import { type NeutralDeclaration, type Venue } from '@/domain/declaration/neutral';
import { sumCents } from '@/domain/money';
import { nextQuarter, quarterDeadline, startOfQuarter } from '@/domain/quarter';
import { deadlineSources } from '@/i18n/labels';
import { type Database } from '@/server/db/client';
import { toVenue } from '@/server/declarations/series-row';
import { toSha256 } from '@/server/submissions/canonical-json';
import { type Actor } from '@/server/trpc/context';
import { findQuarterDeclaration } from './find-quarter-declaration';
import { loadQuarter } from './load-quarter';
import { type quarterScope, type QuarterTotals, type QuarterView } from './quarter.schema';
import { renderQuarter } from './render-quarter';

type Show = QuarterView['shows'][number];

/** Every performance of a quarter over all shows, what is missing and where it is given, and where the declaration stands. */
export async function getQuarter(actor: Actor, { period }: z.infer<typeof quarterScope>): Promise<QuarterView> {
  const { db, organizationId } = actor;
  const now = new Date();
  const loaded = await loadQuarter(actor, period, now);
  const { quarter, declarations } = loaded;
  const declaration = await findQuarterDeclaration(db, { organizationId, period });
  const file = renderQuarter(loaded, now);
  const shows = declarations.map((show) => toShow(show, now));
  const { dueAt, rule } = quarterDeadline(quarter);
  return {
    period,
    state: declaration?.state ?? 'draft',
    dueAt: dueAt.toISOString(),
    dueSource: deadlineSources[rule],
    isOver: now >= startOfQuarter(nextQuarter(quarter)),
    shows,
    venues: await listVenues(db, organizationId, declarations),
    totals: toTotals(shows),
    file: file && { filename: file.filename, sha256: toSha256(file.bytes) },
    submission: toSubmission(declaration?.submissions[0]),
  };
}

function toShow(declaration: NeutralDeclaration, now: Date): Show {
  const issues = checkSibil(declaration, now).filter(isBlocking);
  return {
    seriesId: declaration.series.id,
    name: declaration.series.name,
    missing: issues
      .filter(({ field }) => !field.endsWith('venue.kind'))
      .map(({ field, code, performanceId }) => ({
        field,
        code,
        ...(performanceId !== undefined && { performanceId }),
      })),
    performances: listEffectivePerformances(declaration).map(({ id, startAt, venue, capacity, ticketing }) => ({
      id,
      startAt,
      venueName: venue?.name ?? null,
      capacity,
      paidTickets: ticketing.paidTickets,
      freeTickets: ticketing.freeTickets,
      includingTaxesCents: ticketing.includingTaxesCents,
    })),
  };
}

function toTotals(shows: readonly Show[]): QuarterTotals {
  const all = shows.flatMap(({ performances }) => performances);
  return {
    performances: all.length,
    paidTickets: sumCents(all.map(({ paidTickets }) => paidTickets)),
    freeTickets: sumCents(all.map(({ freeTickets }) => freeTickets)),
    includingTaxesCents: sumCents(all.map(({ includingTaxesCents }) => includingTaxesCents)),
  };
}

/** Places where something is played in the quarter; those whose kind is not known come first. */
async function listVenues(
  db: Database,
  organizationId: string,
  declarations: readonly NeutralDeclaration[],
): Promise<QuarterView['venues']> {
  const used: Venue[] = [];
  for (const { venue } of declarations.flatMap(listEffectivePerformances)) {
    if (venue && !used.some((known) => isSameVenue(known, venue))) used.push(venue);
  }
  const rows = await db.venue.findMany({ where: { organizationId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  return rows
    .flatMap((row) => {
      const venue = toVenue(row);
      if (!venue || !used.some((known) => isSameVenue(known, venue))) return [];
      return { id: row.id, name: venue.name, city: venue.address.city, kind: venue.kind ?? null };
    })
    .sort((left, right) => Number(left.kind !== null) - Number(right.kind !== null));
}

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findQuarterDeclaration>>>['submissions'][number];

function toSubmission(row: SubmissionRow | undefined): QuarterView['submission'] {
  if (!row) return null;
  const { id, number, createdAt, authorName, message, documents } = row;
  const [document] = documents;
  return {
    id,
    number,
    createdAt: createdAt.toISOString(),
    authorName,
    message,
    document: document
      ? { filename: document.filename, href: `/api/documents/${document.id}`, sha256: document.sha256 }
      : null,
  };
}
