import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import {
  checkExpenses,
  checkPerformances,
  checkSeries,
  doPartsExceed,
  findPairFault,
  isBlocking,
  toIssues,
} from './issues';

const now = new Date('2026-07-06T08:00:00.000Z');
const rules = { otherRevenue: true, future: 'wrong' } as const;

describe('findPairFault', () => {
  it.each([
    [0, 0, null],
    [100, 100, null],
    [100, 106, null],
    [100, 0, 'amount-one-zero'],
    [0, 1, 'amount-one-zero'],
    [107, 106, 'including-below-excluding'],
  ])('HT %i, TTC %i: %s', (excluding, including, fault) => {
    expect(findPairFault(givenPair(excluding, including))).toBe(fault);
  });
});

describe('doPartsExceed', () => {
  it.each([
    ['403.70 and 1,063.40 within 1,467.10, which floats refuse', 146710, [40370, 106340], false],
    ['one cent more', 146709, [40370, 106340], true],
    ['no part', 0, [], false],
  ])('%s', (_case, total, parts, exceeds) => {
    const pairs = parts.map((cents) => givenPair(cents, cents));
    expect(doPartsExceed(givenPair(total, total), pairs)).toBe(exceeds);
    expect(doPartsExceed(givenPair(total, 9_999_999), pairs)).toBe(exceeds);
    expect(doPartsExceed(givenPair(9_999_999, total), pairs)).toBe(exceeds);
  });
});

describe('checkExpenses', () => {
  it('asks for the total and each part', () => {
    const declaration = givenDeclaration({ series: { expenses: { total: null, approach: null, circus: null } } });
    expect(checkExpenses(declaration, ['approach', 'circus'])).toEqual([
      { severity: 'missing', code: 'required', field: 'series.expenses.total' },
      { severity: 'missing', code: 'required', field: 'series.expenses.approach' },
      { severity: 'missing', code: 'required', field: 'series.expenses.circus' },
    ]);
    expect(checkExpenses(declaration, ['approach']).map((finding) => finding.field)).toEqual([
      'series.expenses.total',
      'series.expenses.approach',
    ]);
  });

  it('refuses inconsistent pairs and parts above the total', () => {
    const expenses = { total: givenPair(100, 90), approach: givenPair(0, 5), circus: givenPair(101, 111) };
    expect(checkExpenses(givenDeclaration({ series: { expenses } }), ['approach', 'circus'])).toEqual([
      { severity: 'wrong', code: 'including-below-excluding', field: 'series.expenses.total' },
      { severity: 'wrong', code: 'amount-one-zero', field: 'series.expenses.approach' },
      { severity: 'wrong', code: 'parts-exceed-total', field: 'series.expenses.total' },
    ]);
  });

  it('looks only at the parts that the organism knows', () => {
    const expenses = { total: givenPair(100, 106), approach: givenPair(100, 106), circus: givenPair(50, 60) };
    const declaration = givenDeclaration({ series: { expenses } });
    expect(checkExpenses(declaration, ['approach'])).toEqual([]);
    expect(checkExpenses(declaration, ['approach', 'circus'])).toEqual([
      { severity: 'wrong', code: 'parts-exceed-total', field: 'series.expenses.total' },
    ]);
  });
});

describe('checkSeries', () => {
  it('asks for genre, venue and capacity', () => {
    const series = { genre: null, venue: null, capacity: null };
    const missing = [
      { severity: 'missing', code: 'required', field: 'series.genre' },
      { severity: 'missing', code: 'required', field: 'series.venue' },
      { severity: 'missing', code: 'required', field: 'series.capacity' },
    ];
    expect(checkSeries(givenDeclaration({ series }))).toEqual(missing);
    expect(checkSeries(givenDeclaration({ series, performances: [] }))).toEqual(missing);
    expect(checkSeries(givenDeclaration())).toEqual([]);
  });

  it('is content when every performance says its own', () => {
    const { venue } = givenDeclaration().series;
    const performances = [givenPerformance({ overrides: { ...(venue && { venue }), capacity: 90 } })];
    expect(checkSeries(givenDeclaration({ series: { venue: null, capacity: null }, performances }))).toEqual([]);
  });
});

describe('checkPerformances', () => {
  it('wants at least one', () => {
    expect(checkPerformances(givenDeclaration({ performances: [] }), rules, now)).toEqual([
      { severity: 'missing', code: 'no-performance', field: 'performances' },
    ]);
  });

  it('says nothing of a plain evening, its end known or not', () => {
    const performances = [givenPerformance(), givenPerformance({ id: 'rep-2', endAt: null })];
    expect(checkPerformances(givenDeclaration({ performances }), rules, now)).toEqual([]);
  });

  const figures = givenPerformance().ticketing;
  it.each([
    ['end before start', { endAt: '2026-06-26T18:00:00.000Z' }, 'wrong', 'end-before-start', 'performances.dates'],
    [
      'still to come',
      { startAt: '2026-07-06T08:00:00.001Z', endAt: null },
      'wrong',
      'performance-in-future',
      'performances.dates',
    ],
    [
      'HT without TTC',
      { ticketing: { ...figures, excludingTaxesCents: 5, includingTaxesCents: 0, paidTickets: 0 } },
      'wrong',
      'amount-one-zero',
      'performances.ticketing',
    ],
    [
      'TTC below HT',
      { ticketing: { ...figures, includingTaxesCents: 170000 } },
      'wrong',
      'including-below-excluding',
      'performances.ticketing',
    ],
    [
      'a rate two cents away',
      { ticketing: { ...figures, excludingTaxesCents: 170618 } },
      'warning',
      'rate-does-not-fit',
      'performances.ticketing',
    ],
    [
      'more tickets than seats',
      { ticketing: { ...figures, freeTickets: 61 } },
      'warning',
      'more-tickets-than-capacity',
      'performances.tickets',
    ],
    [
      'revenue without any paid ticket',
      { ticketing: { ...figures, paidTickets: 0 } },
      'warning',
      'revenue-without-paid-ticket',
      'performances.tickets',
    ],
    [
      'paid tickets without revenue',
      { ticketing: { ...figures, excludingTaxesCents: 0, includingTaxesCents: 0 } },
      'warning',
      'paid-ticket-without-revenue',
      'performances.tickets',
    ],
  ])('tells %s', (_case, values, severity, code, field) => {
    expect(checkPerformances(givenDeclaration({ performances: [givenPerformance(values)] }), rules, now)).toEqual([
      { severity, code, field, performanceId: 'rep-1' },
    ]);
  });

  it('only warns of a performance to come where the organism lets it', () => {
    const performances = [givenPerformance({ startAt: '2026-07-07T18:30:00.000Z', endAt: null })];
    expect(checkPerformances(givenDeclaration({ performances }), { ...rules, future: 'warning' }, now)).toEqual([
      { severity: 'warning', code: 'performance-in-future', field: 'performances.dates', performanceId: 'rep-1' },
    ]);
  });

  it('checks each kind of side revenue, only where the organism wants it', () => {
    const otherRevenue = {
      bar: givenPair(0, 1),
      catering: givenPair(2, 1),
      programmes: givenPair(1, 0),
      other: givenPair(1, 1),
    };
    const declaration = givenDeclaration({ performances: [givenPerformance({ otherRevenue })] });
    expect(checkPerformances(declaration, rules, now).map(({ code, field }) => [code, field])).toEqual([
      ['amount-one-zero', 'performances.otherRevenue.bar'],
      ['including-below-excluding', 'performances.otherRevenue.catering'],
      ['amount-one-zero', 'performances.otherRevenue.programmes'],
    ]);
    expect(checkPerformances(declaration, { ...rules, otherRevenue: false }, now)).toEqual([]);
  });

  it('compares nothing with a capacity, a rate or a venue that is not known yet', () => {
    const performances = [
      givenPerformance({ ticketing: { ...figures, excludingTaxesCents: 100000, freeTickets: 5000 } }),
    ];
    const series = { capacity: null, taxRateBp: null, venue: null };
    expect(checkPerformances(givenDeclaration({ performances, series }), rules, now)).toEqual([]);
  });

  it('warns of a venue outside France, Monaco and overseas being inside', () => {
    const { venue } = givenDeclaration().series;
    const place = (countryCode: string) =>
      venue && { overrides: { venue: { ...venue, address: { ...venue.address, countryCode } } } };
    const performances = ['BE', 'MC', 'RE'].map((code) => givenPerformance({ id: code, ...place(code) }));
    expect(checkPerformances(givenDeclaration({ performances }), rules, now)).toEqual([
      { severity: 'warning', code: 'venue-abroad', field: 'performances.venue', performanceId: 'BE' },
    ]);
  });
});

describe('toIssues', () => {
  it('signs the findings and puts what blocks first, in the order found', () => {
    const issues = toIssues('SACD', [
      { severity: 'warning', code: 'title-cut', field: 'series.name' },
      { severity: 'missing', code: 'required', field: 'series.genre' },
      { severity: 'wrong', code: 'end-before-start', field: 'performances.dates', performanceId: 'rep-1' },
    ]);
    expect(issues).toEqual([
      { organism: 'SACD', severity: 'missing', code: 'required', field: 'series.genre' },
      {
        organism: 'SACD',
        severity: 'wrong',
        code: 'end-before-start',
        field: 'performances.dates',
        performanceId: 'rep-1',
      },
      { organism: 'SACD', severity: 'warning', code: 'title-cut', field: 'series.name' },
    ]);
    expect(issues.map(isBlocking)).toEqual([true, true, false]);
  });
});
