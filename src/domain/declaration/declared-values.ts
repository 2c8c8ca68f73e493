import { toParisDay } from '../calendar';
import type { Audience, Genre } from '../genre';
import type { Organism } from '../organism';
import type { VenueKind } from '../venue-kind';
import { expenseKinds, otherRevenueKinds, type ExpenseKind, type OtherRevenueKind } from './bounds';
import type { EffectivePerformance, SeriesDefaults } from './effective';
import type { Address, AmountPair, NeutralDeclaration, Producer, Venue } from './neutral';

/** A value of a declaration, with what is needed to write it: cents, basis points, UTC instants. */
export type DeclaredValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'cents'; readonly cents: number }
  | { readonly kind: 'pair'; readonly pair: AmountPair }
  | { readonly kind: 'rate'; readonly rateBp: number }
  | { readonly kind: 'instant'; readonly at: string }
  /** `2026-06-26`, in Paris. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'answer'; readonly answer: boolean }
  | { readonly kind: 'genre'; readonly genre: Genre }
  | { readonly kind: 'audience'; readonly audience: Audience }
  | { readonly kind: 'venue'; readonly venue: Venue }
  | { readonly kind: 'venueKind'; readonly venueKind: VenueKind }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'producer'; readonly producer: Producer };

/** What an organism is told, named for the screens. */
export type DeclaredField =
  | 'organization.name'
  | 'organization.headquarters'
  | 'organization.sacemId'
  | 'organization.sacdId'
  | 'organization.isSubsidised'
  | 'series.name'
  | 'series.producer'
  | 'series.genre'
  | 'series.salePrice'
  | 'series.hasPrivateContract'
  | 'series.schoolSessionsExempt'
  | 'series.artists'
  | 'series.author'
  | 'series.director'
  | keyof SeriesDefaults
  | 'venue.kind'
  | `expenses.${ExpenseKind}`
  | `otherRevenue.${OtherRevenueKind}`
  | 'startAt'
  | 'endDay'
  | 'excludingTaxes'
  | 'includingTaxes'
  | 'paidTickets'
  | 'freeTickets';

/** Null where nothing is said yet. */
export type DeclaredValues = ReadonlyMap<DeclaredField, DeclaredValue | null>;

/** Fields that some organisms only are told; the others are told to all. */
const toldTo: Readonly<Partial<Record<DeclaredField, readonly Organism[]>>> = {
  'organization.sacemId': ['SACEM'],
  'organization.sacdId': ['SACD'],
  'organization.isSubsidised': ['ASTP'],
  'series.producer': ['SACEM', 'SACD', 'CNM', 'ASTP'],
  // The message of SACD and the forms of ASTP have no line for it, though it decides who is concerned.
  'series.genre': ['SACEM', 'CNM', 'SIBIL'],
  'series.salePrice': ['CNM', 'ASTP'],
  'series.hasPrivateContract': ['ASTP'],
  'series.schoolSessionsExempt': ['CNM', 'ASTP'],
  'series.artists': ['CNM', 'SIBIL'],
  'series.author': ['SIBIL'],
  'series.director': ['SIBIL'],
  // Of the public, the taxes on shows need to know the school sessions.
  audience: ['SACEM', 'CNM', 'ASTP', 'SIBIL'],
  taxRateBp: ['SACEM'],
  'venue.kind': ['SIBIL'],
  'expenses.total': ['SACEM', 'SACD'],
  'expenses.approach': ['SACEM', 'SACD'],
  endDay: ['SACD'],
  // The statement of SACEM has no line for them.
  'expenses.circus': ['SACD'],
  'otherRevenue.bar': ['SACEM'],
  'otherRevenue.catering': ['SACEM'],
  'otherRevenue.programmes': ['SACEM'],
  'otherRevenue.other': ['SACEM'],
};

/** Whether an organism is told that this field became another, as the documents of its module say it. */
export function isTold(
  organism: Organism,
  field: DeclaredField,
  before: DeclaredValue | null,
  after: DeclaredValue | null,
): boolean {
  if (!(toldTo[field]?.includes(organism) ?? true)) return false;
  // SACD is told the name of a place, and the address of the seat.
  const isPlace = before?.kind === 'venue' && after?.kind === 'venue';
  return organism !== 'SACD' || !isPlace || before.venue.name !== after.venue.name;
}

/** What a declaration says of who declares and of the show. */
export function toSeriesValues({ organization, series }: NeutralDeclaration): DeclaredValues {
  return new Map<DeclaredField, DeclaredValue | null>([
    ['organization.name', toText(organization.name)],
    ['organization.headquarters', organization.headquarters && toAddress(organization.headquarters)],
    ['organization.sacemId', toText(organization.sacemId)],
    ['organization.sacdId', toText(organization.sacdId)],
    ['organization.isSubsidised', toAnswer(organization.isSubsidised)],
    ['series.name', toText(series.name)],
    ['series.producer', series.producer && toProducer(series.producer)],
    ['series.genre', series.genre && { kind: 'genre', genre: series.genre }],
    ['series.artists', toText(series.artists)],
    ['series.author', toText(series.author)],
    ['series.director', toText(series.director)],
    ...toDefaultValues(series),
    ...expenseKinds.map((kind) => [`expenses.${kind}`, toPair(series.expenses[kind])] as const),
    ['series.salePrice', toPair(series.salePrice)],
    ['series.hasPrivateContract', toAnswer(series.hasPrivateContract)],
    ['series.schoolSessionsExempt', toAnswer(series.schoolSessionsExempt)],
  ]);
}

/** What it says of a performance, defaults of the show resolved. */
export function toPerformanceValues(performance: EffectivePerformance): DeclaredValues {
  return new Map<DeclaredField, DeclaredValue | null>([
    ['startAt', { kind: 'instant', at: performance.startAt }],
    ['endDay', { kind: 'day', day: toParisDay(new Date(performance.endAt ?? performance.startAt)) }],
    ...toFigureValues(performance),
    ...otherRevenueKinds.map((kind) => [`otherRevenue.${kind}`, toPair(performance.otherRevenue[kind])] as const),
    ...toDefaultValues(performance),
  ]);
}

/** Its tickets and its revenue alone. */
export function toFigureValues({ ticketing }: EffectivePerformance): DeclaredValues {
  return new Map<DeclaredField, DeclaredValue | null>([
    ['paidTickets', { kind: 'count', count: ticketing.paidTickets }],
    ['freeTickets', { kind: 'count', count: ticketing.freeTickets }],
    ['excludingTaxes', { kind: 'cents', cents: ticketing.excludingTaxesCents }],
    ['includingTaxes', { kind: 'cents', cents: ticketing.includingTaxesCents }],
  ]);
}

/** What a performance says as its show does, unless it says otherwise. */
export function toDefaultValues({ venue, capacity, audience, taxRateBp }: SeriesDefaults): DeclaredValues {
  return new Map<DeclaredField, DeclaredValue | null>([
    ['venue', venue && { kind: 'venue', venue: { name: venue.name, address: toAddress(venue.address).address } }],
    ['venue.kind', venue?.kind ? { kind: 'venueKind', venueKind: venue.kind } : null],
    ['capacity', capacity === null ? null : { kind: 'count', count: capacity }],
    ['audience', { kind: 'audience', audience }],
    ['taxRateBp', taxRateBp === null ? null : { kind: 'rate', rateBp: taxRateBp }],
  ]);
}

function toText(text: string | null): DeclaredValue | null {
  return text === null ? null : { kind: 'text', text };
}

function toAnswer(answer: boolean | null): DeclaredValue | null {
  return answer === null ? null : { kind: 'answer', answer };
}

/** Fields in one order, so that two addresses compare as text. */
function toAddress({ street, postalCode, city, countryCode }: Address) {
  return { kind: 'address', address: { street, postalCode, city, countryCode } } as const;
}

function toProducer({ name, siren }: Producer): DeclaredValue {
  return { kind: 'producer', producer: { name, siren } };
}

function toPair(pair: AmountPair | null): DeclaredValue | null {
  if (pair === null) return null;
  const { excludingTaxesCents, includingTaxesCents } = pair;
  return { kind: 'pair', pair: { excludingTaxesCents, includingTaxesCents } };
}
