import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ConnectorEvent } from '../connector';
import { eventPageSchema, ticketPageSchema, type ShotgunEvent, type ShotgunTicket } from './schema';
import { addTicket, openEventAccount, toSeries } from './transform';
import type { RemotePerformance } from '@/domain/ticketing/model';

const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));

function givenTicket(changes: Record<string, unknown> = {}): ShotgunTicket {
  const ticket = {
    ticket_id: 1,
    ticket_status: 'valid',
    ticket_updated_at: '2026-11-02T17:20:00.010Z',
    event_id: 7,
    event_start_time: '2026-11-28T20:00:00.000Z',
    event_end_time: null,
    deal_price: 1000,
    deal_vat_rate: 0.055,
    currency: 'eur',
    ...changes,
  };
  const [parsed] = ticketPageSchema.parse({ data: [ticket], pagination: {} }).data;
  if (!parsed) throw new Error('a ticket was expected');
  return parsed;
}

function givenEvent(changes: Record<string, unknown> = {}): ShotgunEvent {
  const event = { id: 7, name: 'Essai', startTime: '2026-11-28T20:00:00.000Z', endTime: null, ...changes };
  const [parsed] = eventPageSchema.parse({ data: [event] }).data;
  if (!parsed) throw new Error('an event was expected');
  return parsed;
}

function transform(
  tickets: readonly ShotgunTicket[],
  event: ShotgunEvent | null = givenEvent(),
): readonly ConnectorEvent[] {
  const account = openEventAccount();
  for (const ticket of tickets) addTicket(account, ticket);
  return toSeries('7', account, event);
}

function toPerformance(events: readonly ConnectorEvent[]): RemotePerformance {
  const [event] = events;
  const performance = event?.type === 'series' ? event.series.performances[0] : undefined;
  if (!performance) throw new Error(`a series was expected, not ${JSON.stringify(events)}`);
  return performance;
}

function summarize(events: readonly ConnectorEvent[]): unknown {
  const [event] = events;
  if (event?.type === 'warning') return event.warning.code;
  const { includingTaxesCents, paidTickets, freeTickets } = toPerformance(events);
  return [includingTaxesCents, paidTickets, freeTickets];
}

describe('A Shotgun event', () => {
  it('becomes what a bookkeeper expects from the recorded answers', () => {
    const { data: tickets } = ticketPageSchema.parse(readFixture('tickets.json'));
    const events = ['upcoming-events.json', 'past-events.json'].flatMap((name) => {
      return eventPageSchema.parse(readFixture(name)).data;
    });
    const delivered = ['412001', '412002'].flatMap((id) => {
      const account = openEventAccount();
      for (const ticket of tickets.filter(({ event_id: eventId }) => eventId === id)) addTicket(account, ticket);
      return toSeries(id, account, events.find((event) => event.id === id) ?? null);
    });
    expect(delivered).toEqual([
      {
        type: 'series',
        tickets: 5,
        series: {
          id: '412001',
          name: 'Bal des lanternes',
          performances: [
            {
              id: '412001',
              startAt: '2026-10-24T19:00:00.000Z',
              endAt: '2026-10-25T02:00:00.000Z',
              includingTaxesCents: 8031,
              excludingTaxesCents: 7126,
              taxRateBp: null,
              paidTickets: 4,
              freeTickets: 1,
            },
          ],
        },
      },
      {
        type: 'series',
        tickets: 1,
        series: {
          id: '412002',
          name: 'Nuit <Écluse> & « marée » 🌊',
          performances: [
            {
              id: '412002',
              startAt: '2026-11-28T22:30:00.000Z',
              endAt: null,
              includingTaxesCents: 1200,
              excludingTaxesCents: 1175,
              taxRateBp: 210,
              paidTickets: 1,
              freeTickets: 0,
            },
          ],
        },
      },
    ]);
  });

  it('keeps zeros when everything was refunded', () => {
    const performance = toPerformance(transform([givenTicket({ ticket_status: 'refunded' })]));
    expect(performance).toMatchObject({
      includingTaxesCents: 0,
      excludingTaxesCents: 0,
      paidTickets: 0,
      freeTickets: 0,
    });
  });

  it('takes the date of its tickets when its own is missing, and is left out without any', () => {
    const undated = givenEvent({ startTime: null });
    expect(toPerformance(transform([givenTicket()], undated)).startAt).toBe('2026-11-28T20:00:00.000Z');
    expect(summarize(transform([givenTicket({ event_start_time: null })], undated))).toBe('series-without-date');
  });

  it('has a name that says nothing recognisable when it has none', () => {
    expect(transform([givenTicket()], givenEvent({ name: ' ' }))).toMatchObject([
      { series: { name: 'Sans titre (7)' } },
    ]);
  });

  it('is reported by its number when no list has it any more', () => {
    expect(transform([givenTicket()], null)).toEqual([
      {
        type: 'warning',
        warning: {
          code: 'series-deleted',
          detail: '«\u00a0Événement n° 7\u00a0» n’est pas repris\u00a0: il a été supprimé de la billetterie.',
        },
      },
    ]);
  });

  it('is delivered with a doubt when a status is not known', () => {
    const events = transform([givenTicket(), givenTicket({ ticket_id: 2, ticket_status: 'teleported' })]);
    expect(summarize(events)).toEqual([1000, 1, 0]);
    expect(events.slice(1)).toEqual([
      {
        type: 'warning',
        warning: { code: 'unknown-ticket-status', detail: expect.stringMatching(/Essai.*teleported/) },
      },
    ]);
  });

  it('is left out beyond what a declaration can hold', () => {
    const tickets = Array.from({ length: 1001 }, (_, index) => {
      return givenTicket({ ticket_id: index, deal_price: 10_000_000 });
    });
    expect(summarize(transform(tickets))).toBe('amount-out-of-bounds');
  });
});

describe('A Shotgun ticket', () => {
  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['counts for its face value, fees apart', { deal_service_fee: 99, deal_user_service_fee: 99 }, [1000, 1, 0]],
    ['may write its amount as text', { deal_price: '1000' }, [1000, 1, 0]],
    ['may write its status and currency in capitals', { ticket_status: 'VALID', currency: 'EUR' }, [1000, 1, 0]],
    ['is free at 0, whatever its channel', { deal_price: 0, deal_channel: 'online' }, [0, 0, 1]],
    ['is paid above 0, even as an invitation', { deal_price: 100, deal_channel: 'invitation' }, [100, 1, 0]],
    ['counts whatever the channel', { deal_channel: 'duplicata' }, [1000, 1, 0]],
    ['free may have no rate and no currency', { deal_price: 0, deal_vat_rate: null, currency: null }, [0, 0, 1]],
    ...[
      'resold',
      'refunded',
      'canceled',
      'payment_plan_pending',
      'pending_approval',
      'pending_organizer_approval',
      'rejected',
      'transferred',
    ].map((status): readonly [string, Record<string, unknown>, unknown] => [
      `«\u00a0${status}\u00a0» does not count, whatever its amount`,
      { ticket_status: status, deal_price: -5 },
      [0, 0, 0],
    ]),
    ['in dollars leaves the event out', { currency: 'usd' }, 'unsupported-currency'],
    ['in dollars leaves it out even refunded', { currency: 'usd', ticket_status: 'refunded' }, 'unsupported-currency'],
    ['paid in no known currency leaves it out', { currency: null }, 'unexpected-series'],
    ['paid without a rate leaves it out', { deal_vat_rate: null }, 'unexpected-series'],
    ['paid at a rate that is not French leaves it out', { deal_vat_rate: 0.07 }, 'foreign-tax-rate'],
    ['of a negative amount leaves it out', { deal_price: -1 }, 'amount-out-of-bounds'],
    ['of half a cent leaves it out', { deal_price: 1000.5 }, 'amount-out-of-bounds'],
    ['of an absurd amount leaves it out', { deal_price: 10_000_001 }, 'amount-out-of-bounds'],
    ['without amount leaves it out', { deal_price: null }, 'amount-out-of-bounds'],
  ])('%s', (_title, changes, expected) => {
    expect(summarize(transform([givenTicket(changes)]))).toEqual(expected);
  });

  it.each<readonly [unknown, number | null]>([
    [0.055, 550],
    [0.021, 210],
    [5.5, 550],
    ['5.50', 550],
    ['0.2', 2000],
    [0, 0],
  ])('reads the rate %p as %p basis points', (rate, expected) => {
    expect(toPerformance(transform([givenTicket({ deal_vat_rate: rate })])).taxRateBp).toBe(expected);
  });

  it.each([
    ['without number', { ticket_id: undefined }],
    ['with a number that is none', { ticket_id: 'abc' }],
    ['of no event', { event_id: null }],
    ['without status', { ticket_status: null }],
    ['never updated', { ticket_updated_at: 'yesterday' }],
  ])('%s makes the whole answer unreadable', (_title, changes) => {
    expect(() => givenTicket(changes)).toThrow();
  });

  it('is dated in UTC when its zone is missing', () => {
    expect(givenTicket({ event_start_time: '2026-11-28T20:00:00' }).event_start_time).toBe(
      Date.parse('2026-11-28T20:00:00Z'),
    );
  });
});

describe('The figures of any Shotgun event', () => {
  const rates = [0, 210, 550, 1000, 2000] as const;
  const ticketArbitrary = fc.record({
    deal_price: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
    rateBp: fc.constantFrom(...rates),
    ticket_status: fc.constantFrom('valid', 'valid', 'valid', 'refunded', 'resold', 'pending_approval'),
  });

  it('equal the sum of its valid tickets, and the exact fraction rounded once', () => {
    fc.assert(
      fc.property(fc.array(ticketArbitrary, { maxLength: 60 }), (sold) => {
        const tickets = sold.map(({ rateBp, ...ticket }, index) => {
          return givenTicket({ ...ticket, ticket_id: index, deal_vat_rate: rateBp / 10_000 });
        });
        const valid = sold.filter((ticket) => ticket.ticket_status === 'valid');
        const paid = valid.filter((ticket) => ticket.deal_price > 0);
        const common = rates.reduce((product, rateBp) => product * BigInt(10_000 + rateBp), 1n);
        const exact = paid.reduce((sum, { deal_price: cents, rateBp }) => {
          return sum + (BigInt(cents) * 10_000n * common) / BigInt(10_000 + rateBp);
        }, 0n);
        const paidRates = new Set((paid.length > 0 ? paid : valid).map(({ rateBp }) => rateBp));
        const [rateBp = null] = paidRates;
        expect(toPerformance(transform(tickets))).toMatchObject({
          includingTaxesCents: paid.reduce((sum, ticket) => sum + ticket.deal_price, 0),
          excludingTaxesCents: Number((exact * 2n + common) / (common * 2n)),
          taxRateBp: paidRates.size === 1 ? rateBp : null,
          paidTickets: paid.length,
          freeTickets: valid.length - paid.length,
        });
      }),
    );
  });
});
