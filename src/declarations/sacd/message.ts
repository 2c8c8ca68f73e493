import { toParisDay, toParisTime } from '@/domain/calendar';
import { listEffectivePerformances } from '@/domain/declaration/effective';
import type { Address, NeutralDeclaration } from '@/domain/declaration/neutral';
import { vatCents } from '@/domain/tax';
import { assertComplete, requireValue } from '../complete';
import { checkSacd } from './check';
import { toXmlText } from './xml-text';

/** What SACD is told, before it is written as XML or shown. Cents excluding taxes; Paris days and times as the service writes them. */
export type SacdMessage = {
  /** Identifier of the organiser at SACD. */
  readonly declarantId: string;
  /** `yyyy/MM/dd`. */
  readonly date: string;
  readonly organizer: { readonly name: string; readonly siren: string; readonly address: Address };
  readonly producer: { readonly name: string; readonly siren: string };
  /** Of the series, told on the first performance only. `spent` is without circus expenses, approach costs inside. */
  readonly expenses: { readonly spentCents: number; readonly approachCents: number };
  readonly performances: readonly SacdPerformance[];
};

export type SacdPerformance = {
  readonly id: string;
  /** Stable over retries: the service's answers name it. */
  readonly reference: string;
  readonly title: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly startTime: string;
  readonly ticketingCents: number;
  readonly vatCents: number;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly venueName: string;
  readonly capacity: number;
};

/** Identifier of a performance in SACD's answers. */
export function toSacdReference(seriesId: string, performanceId: string): string {
  return toXmlText(`${seriesId}_${performanceId}`);
}

/**
 * The message of a complete declaration; throws `declaration-incomplete` otherwise. The moment of the declaration is its own
 * `declaredAt`, so that the same declaration always gives the same message.
 */
export function toSacdMessage(declaration: NeutralDeclaration): SacdMessage {
  assertComplete(checkSacd(declaration, new Date(declaration.declaredAt)));
  const { organization, series } = declaration;
  const { expenses } = series;
  const total = requireValue(expenses.total, 'series.expenses.total').excludingTaxesCents;
  const circus = requireValue(expenses.circus, 'series.expenses.circus').excludingTaxesCents;
  const headquarters = requireValue(organization.headquarters, 'organization.headquarters');
  const producer = requireValue(series.producer, 'series.producer');
  return {
    declarantId: requireValue(organization.sacdId, 'organization.sacdId'),
    date: toSacdDay(declaration.declaredAt),
    organizer: {
      name: toXmlText(organization.name),
      siren: organization.siren,
      address: {
        street: toXmlText(headquarters.street),
        postalCode: toXmlText(headquarters.postalCode),
        city: toXmlText(headquarters.city),
        countryCode: headquarters.countryCode,
      },
    },
    producer: { name: toXmlText(producer.name), siren: producer.siren },
    expenses: {
      spentCents: total - circus,
      approachCents: requireValue(expenses.approach, 'series.expenses.approach').excludingTaxesCents,
    },
    performances: listEffectivePerformances(declaration).map((performance) => ({
      id: performance.id,
      reference: toSacdReference(series.id, performance.id),
      title: toXmlText(series.name),
      startDay: toSacdDay(performance.startAt),
      endDay: toSacdDay(performance.endAt ?? performance.startAt),
      startTime: toParisTime(new Date(performance.startAt)),
      ticketingCents: performance.ticketing.excludingTaxesCents,
      vatCents: vatCents(performance.ticketing),
      paidTickets: performance.ticketing.paidTickets,
      freeTickets: performance.ticketing.freeTickets,
      venueName: toXmlText(requireValue(performance.venue, 'series.venue').name),
      capacity: requireValue(performance.capacity, 'series.capacity'),
    })),
  };
}

/** `yyyy/MM/dd` in Paris. */
function toSacdDay(instant: string): string {
  return toParisDay(new Date(instant)).replaceAll('-', '/');
}
