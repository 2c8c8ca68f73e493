import { createHash } from 'node:crypto';
import { listEffectivePerformances } from '@/domain/declaration/effective';
import type { NeutralDeclaration, Venue } from '@/domain/declaration/neutral';
import { toAveragePriceCents } from '@/domain/declaration/totals';
import type { Genre } from '@/domain/genre';
import { isInQuarter, type Quarter } from '@/domain/quarter';
import { assertComplete, requireValue } from '../complete';
import { checkSibil } from './check';

/** One performance as SIBIL counts it: cents including VAT, UTC instants. */
export type SibilRow = {
  /** The key of updates on SIBIL's side. */
  readonly externalId: string;
  readonly startAt: Date;
  readonly title: string;
  readonly genre: Genre;
  readonly artists: string | null;
  readonly author: string | null;
  readonly director: string | null;
  readonly venue: Venue;
  readonly capacity: number;
  /** Of the performance, not of its show. */
  readonly isForYoung: boolean;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly tickets: number;
  readonly revenueCents: number;
  /** Revenue over tickets, half a cent up; null when there is no ticket. */
  readonly averageCents: number | null;
};

/**
 * Performances of a quarter over all shows (of every date when the quarter is null), by start then identifier. Each declaration
 * that has one there must be complete: throws `declaration-incomplete` otherwise.
 */
export function listSibilRows(declarations: readonly NeutralDeclaration[], quarter: Quarter | null): SibilRow[] {
  return declarations
    .map((declaration) => (quarter ? keepQuarter(declaration, quarter) : declaration))
    .filter(({ performances }) => quarter === null || performances.length > 0)
    .flatMap(toRows)
    .sort(
      (left, right) =>
        left.startAt.getTime() - right.startAt.getTime() || (left.externalId < right.externalId ? -1 : 1),
    );
}

function keepQuarter(declaration: NeutralDeclaration, quarter: Quarter): NeutralDeclaration {
  const performances = declaration.performances.filter(({ startAt }) => isInQuarter(new Date(startAt), quarter));
  return { ...declaration, performances };
}

function toRows(declaration: NeutralDeclaration): SibilRow[] {
  assertComplete(checkSibil(declaration, new Date(declaration.declaredAt)));
  const { series } = declaration;
  return listEffectivePerformances(declaration).map(({ id, startAt, ticketing, venue, capacity, audience }) => {
    const tickets = ticketing.paidTickets + ticketing.freeTickets;
    return {
      externalId: toExternalId(series.id, id),
      startAt: new Date(startAt),
      title: series.name,
      genre: requireValue(series.genre, 'series.genre'),
      artists: series.artists,
      author: series.author,
      director: series.director,
      venue: requireValue(venue, 'series.venue'),
      capacity: requireValue(capacity, 'series.capacity'),
      isForYoung: audience !== 'ALL',
      paidTickets: ticketing.paidTickets,
      freeTickets: ticketing.freeTickets,
      tickets,
      revenueCents: ticketing.includingTaxesCents,
      averageCents: toAveragePriceCents(ticketing.includingTaxesCents, tickets),
    };
  });
}

/**
 * Stable, unique and short: SIBIL refuses two identifiers put together, and the first characters of each could collide. 96 bits
 * of a SHA-256 of both, in hexadecimal (24 characters).
 */
export function toExternalId(seriesId: string, performanceId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seriesId, performanceId]))
    .digest('hex')
    .slice(0, 24);
}
