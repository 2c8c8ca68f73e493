import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { attendeeSchema, eventSchema, sessionSchema, tariffSchema } from './schema';
import { listSessionsInUse, toSeries, type BilletwebParts, type TransformedSeries } from './transform';
import type { RemotePerformance } from '@/domain/ticketing/model';

function readFixture<Row extends z.ZodType>(name: string, row: Row): z.output<Row>[] {
  return z.array(row).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')));
}

const events = readFixture('events.json', eventSchema);
const sessions = readFixture('dates.json', sessionSchema);
const tariffs = readFixture('tickets.json', tariffSchema);
const attendees = readFixture('attendees.json', attendeeSchema);

/** One event without sessions, on 2 July 2026 at 20:30 in Paris, one tariff at 10 €, one ticket sold at the counter. */
function givenParts(changes: {
  readonly event?: Record<string, unknown>;
  readonly sessions?: readonly Record<string, unknown>[];
  readonly tariffs?: readonly Record<string, unknown>[];
  readonly attendees?: readonly Record<string, unknown>[];
}): BilletwebParts {
  const event = {
    id: '7',
    name: 'Essai',
    start: '2026-07-02 20:30:00',
    end: '2026-07-02 22:00:00',
    multiple: '0',
    tax_rate: '5.50',
  };
  const tariff = { id: '1', name: 'Plein', price: 10, tax: '', commission: 0.5 };
  const ticket = {
    ticket_id: '1',
    price: '10.00',
    disabled: '0',
    order_paid: '1',
    order_payment_type: 'cash',
    order_session: '0',
  };
  return {
    event: eventSchema.parse({ ...event, ...changes.event }),
    sessions: z.array(sessionSchema).parse(changes.sessions ?? []),
    tariffs: z.array(tariffSchema).parse((changes.tariffs ?? [{}]).map((change) => ({ ...tariff, ...change }))),
    attendees: z
      .array(attendeeSchema)
      .parse((changes.attendees ?? [{}]).map((change, index) => ({ ...ticket, id: String(100 + index), ...change }))),
  };
}

function toPerformances(result: TransformedSeries): readonly RemotePerformance[] {
  if (result.type !== 'series') throw new Error(`a series was expected, not ${JSON.stringify(result)}`);
  return result.series.performances;
}

function transformTicket(ticket: Record<string, unknown>, tariff: Record<string, unknown> = {}): unknown {
  const result = toSeries(givenParts({ attendees: [ticket], tariffs: [tariff] }));
  if (result.type !== 'series') return result.type === 'warning' ? result.warning.code : result.type;
  const [performance] = result.series.performances;
  return [performance?.includingTaxesCents, performance?.paidTickets, performance?.freeTickets];
}

describe('A Billetweb event with sessions', () => {
  it('becomes what a bookkeeper expects from the recorded answers', () => {
    const [event] = events;
    if (!event) throw new Error('the fixture is empty');
    expect(toSeries({ event, sessions, tariffs, attendees })).toEqual({
      type: 'series',
      tickets: 8,
      series: {
        id: '284417',
        name: 'Le Phare & la <Lune> 🎭 « reprise »',
        performances: [
          {
            id: '771001',
            startAt: '2026-10-24T18:30:00.000Z',
            endAt: '2026-10-24T20:00:00.000Z',
            includingTaxesCents: 9242,
            excludingTaxesCents: 8290,
            taxRateBp: null,
            paidTickets: 4,
            freeTickets: 3,
          },
          {
            id: '771002',
            startAt: '2026-10-25T19:30:00.000Z',
            endAt: null,
            includingTaxesCents: 1250,
            excludingTaxesCents: 1224,
            taxRateBp: 210,
            paidTickets: 1,
            freeTickets: 0,
          },
        ],
      },
    });
  });

  it('is nothing at all without any session', () => {
    expect(toSeries(givenParts({ event: { multiple: '1' }, attendees: [] }))).toEqual({ type: 'empty' });
  });

  it('keeps the sessions nobody came to', () => {
    const result = toSeries(
      givenParts({ event: { multiple: '1' }, sessions: [{ id: 3, start: '2026-07-02 20:30:00' }], attendees: [] }),
    );
    expect(toPerformances(result)).toEqual([
      {
        id: '3',
        startAt: '2026-07-02T18:30:00.000Z',
        endAt: null,
        includingTaxesCents: 0,
        excludingTaxesCents: 0,
        taxRateBp: null,
        paidTickets: 0,
        freeTickets: 0,
      },
    ]);
  });

  it('is left out when a valid ticket belongs to a session without date', () => {
    const parts = givenParts({
      event: { multiple: '1' },
      sessions: [
        { id: '3', start: '2026-07-02 20:30:00' },
        { id: '4', start: '0000-00-00 00:00:00' },
      ],
      attendees: [{ order_session: '4' }],
    });
    expect(toSeries(parts)).toMatchObject({ type: 'warning', warning: { code: 'series-without-date' } });
  });

  it('is left out when a valid ticket belongs to no session, whose totals would be short', () => {
    const parts = givenParts({
      event: { multiple: '1' },
      sessions: [{ id: '3', start: '2026-07-02 20:30:00' }],
      attendees: [{ order_session: '0' }],
    });
    expect(toSeries(parts)).toMatchObject({ type: 'warning', warning: { code: 'unexpected-series' } });
  });

  it('tells which sessions have valid tickets', () => {
    expect([...listSessionsInUse(attendees)]).toEqual(['771001', '771002']);
  });
});

describe('A Billetweb event without sessions', () => {
  it('is its own performance, with an identifier that no other event has', () => {
    expect(toPerformances(toSeries(givenParts({})))).toEqual([
      {
        id: '7_0',
        startAt: '2026-07-02T18:30:00.000Z',
        endAt: '2026-07-02T20:00:00.000Z',
        includingTaxesCents: 1000,
        excludingTaxesCents: 948,
        taxRateBp: 550,
        paidTickets: 1,
        freeTickets: 0,
      },
    ]);
  });

  it('has no end when the end is the zero date, and reads the older name of the rate', () => {
    const event = events[1];
    if (!event) throw new Error('the fixture is short');
    const [performance] = toPerformances(toSeries({ ...givenParts({ attendees: [{ order_session: '0' }] }), event }));
    expect(performance).toMatchObject({
      id: '284418_0',
      startAt: '2026-03-29T18:00:00.000Z',
      endAt: null,
      taxRateBp: 550,
    });
  });

  it('is left out by name when both its dates are zero', () => {
    const event = events[2];
    if (!event) throw new Error('the fixture is short');
    expect(toSeries({ ...givenParts({}), event })).toEqual({
      type: 'warning',
      warning: {
        code: 'series-without-date',
        detail:
          '«\u00a0Lecture inaugurale\u00a0» n’est pas repris\u00a0: aucune date de représentation n’est renseignée.',
      },
    });
  });

  it('has an unknown end when the end comes before the start', () => {
    const result = toSeries(givenParts({ event: { end: '2026-07-02 19:00:00' } }));
    expect(toPerformances(result)[0]?.endAt).toBeNull();
  });

  it('keeps a name that says nothing recognisable', () => {
    expect(toSeries(givenParts({ event: { name: '  ' } }))).toMatchObject({ series: { name: 'Sans titre (7)' } });
  });
});

describe('A Billetweb ticket', () => {
  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['sold on the web loses the commission', { order_payment_type: 'web' }, [950, 1, 0]],
    ['sold elsewhere loses nothing', { order_payment_type: 'check' }, [1000, 1, 0]],
    ['paid by a method of the organiser loses nothing', { order_payment_type: 4030 }, [1000, 1, 0]],
    ['cheaper than its commission is free, not negative', { order_payment_type: 'web', price: '0.40' }, [0, 0, 1]],
    ['refunded does not count', { disabled: '1' }, [0, 0, 0]],
    ['refunded does not count, written as a boolean', { disabled: true }, [0, 0, 0]],
    ['reserved and never paid does not count', { order_paid: '0', order_payment_type: 'reservation' }, [0, 0, 0]],
    ['free and never paid counts as free', { order_paid: '0', price: '0.00' }, [0, 0, 1]],
    ['free with an empty payment type counts as free', { price: '0', order_payment_type: '' }, [0, 0, 1]],
    ['taken with a pass counts as free', { price: '0.00', pass: '88120' }, [0, 0, 1]],
    ['written with the noise of a float is rounded to the cent', { price: 219.89999999999998 }, [21990, 1, 0]],
    ['of an unknown tariff makes the series unusable', { ticket_id: '404' }, 'missing-tariff'],
    ['of an unknown tariff is harmless when it is free', { ticket_id: '404', price: '0.00' }, [0, 0, 1]],
    ['of an unknown tariff is harmless when it is refunded', { ticket_id: '404', disabled: '1' }, [0, 0, 0]],
    ['with a negative price makes the series unusable', { price: '-10.00' }, 'amount-out-of-bounds'],
    ['with an absurd price makes the series unusable', { price: '0612345678' }, 'amount-out-of-bounds'],
    ['with no price makes the series unusable', { price: null }, 'amount-out-of-bounds'],
    ['with words for a price makes the series unusable', { price: 'dix euros' }, 'amount-out-of-bounds'],
    ['refunded may have any price', { price: 'dix euros', disabled: '1' }, [0, 0, 0]],
  ])('%s', (_title, ticket, expected) => {
    expect(transformTicket(ticket)).toEqual(expected);
  });

  it.each<readonly [string, Record<string, unknown>, unknown]>([
    ['no commission at all', { commission: undefined }, [1000, 1, 0]],
    ['an empty commission', { commission: '' }, [1000, 1, 0]],
    ['a commission written as text', { commission: '0.25' }, [975, 1, 0]],
    ['a negative commission', { commission: -1 }, 'amount-out-of-bounds'],
    ['a commission above the price', { commission: 25 }, [0, 0, 1]],
  ])('sold on the web at a tariff with %s', (_title, tariff, expected) => {
    expect(transformTicket({ order_payment_type: 'web' }, tariff)).toEqual(expected);
  });

  it('counts once when it is listed twice', () => {
    const result = toSeries(givenParts({ attendees: [{ id: '1' }, { id: '1' }, { id: '2' }] }));
    expect(toPerformances(result)[0]).toMatchObject({ includingTaxesCents: 2000, paidTickets: 2 });
  });
});

describe('The rate of a Billetweb performance', () => {
  function transformRates(event: Record<string, unknown>, rates: readonly unknown[]): unknown {
    const result = toSeries(
      givenParts({
        event,
        tariffs: rates.map((tax, index) => ({ id: String(index), tax })),
        attendees: rates.map((_tax, index) => ({ ticket_id: String(index) })),
      }),
    );
    return result.type === 'series'
      ? result.series.performances[0]?.taxRateBp
      : result.type === 'warning' && result.warning.code;
  }

  it.each<readonly [string, Record<string, unknown>, readonly unknown[], unknown]>([
    ['is the event’s when the tariff has none', {}, ['', null], 550],
    ['is the tariff’s when it has one', {}, ['2.10'], 210],
    ['is unknown when paid tariffs differ', {}, ['', '20.00'], null],
    ['is read as a fraction too', { tax_rate: '0.055' }, [''], 550],
    ['may be zero for who is not subject to VAT', { tax_rate: '0.00' }, [''], 0],
    ['makes the series unusable when it is not French', {}, ['7.00'], 'foreign-tax-rate'],
    ['makes the series unusable when nobody tells it', { tax_rate: '' }, [''], 'unexpected-series'],
  ])('%s', (_title, event, rates, expected) => {
    expect(transformRates(event, rates)).toBe(expected);
  });

  it('is not mixed by a free tariff at 0 %', () => {
    const parts = givenParts({
      tariffs: [{ id: '1' }, { id: '2', tax: '0.00' }],
      attendees: [{}, { ticket_id: '2', price: '0.00' }],
    });
    expect(toPerformances(toSeries(parts))[0]).toMatchObject({ taxRateBp: 550, paidTickets: 1, freeTickets: 1 });
  });

  it('rounds once, half a cent up: 2.01 € at 20 % is 1.68 €', () => {
    const parts = givenParts({ event: { tax_rate: '20.00' }, attendees: [{ price: '2.01' }] });
    expect(toPerformances(toSeries(parts))[0]).toMatchObject({ includingTaxesCents: 201, excludingTaxesCents: 168 });
  });
});
