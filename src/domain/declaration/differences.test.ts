import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { organisms } from '../organism';
import { isSameDeclaration, listDifferences } from './differences';

const college = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};
const later = givenPerformance({ id: 'rep-2', startAt: '2026-06-27T18:30:00.000Z', endAt: null });
const { otherRevenue, ticketing } = givenPerformance();

describe('listDifferences', () => {
  it('finds none between a declaration and itself, whatever the order of the fields', () => {
    const [street, city] = ['1 place de l’Église', 'Ouessant'];
    const venue = { address: { countryCode: 'FR', city, postalCode: '29242', street }, name: 'Salle du Stiff' };
    const same = givenDeclaration({ declaredAt: '2027-01-01T00:00:00.000Z', series: { venue } });
    const differences = listDifferences('SACEM', givenDeclaration(), same);
    expect(differences).toEqual({ series: [], performances: [] });
    expect(isSameDeclaration(differences)).toBe(true);
  });

  it('tells each figure of a performance, before and after', () => {
    const after = givenPerformance({
      startAt: '2026-06-26T19:00:00.000Z',
      ticketing: { ...ticketing, includingTaxesCents: 177000, paidTickets: 118 },
      otherRevenue: { ...otherRevenue, bar: givenPair(1000, 1200) },
    });
    const differences = listDifferences('SACEM', givenDeclaration(), givenDeclaration({ performances: [after] }));
    expect(isSameDeclaration(differences)).toBe(false);
    expect(differences).toEqual({
      series: [],
      performances: [
        {
          kind: 'changed',
          id: 'rep-1',
          startAt: '2026-06-26T18:30:00.000Z',
          changes: [
            {
              field: 'startAt',
              before: { kind: 'instant', at: '2026-06-26T18:30:00.000Z' },
              after: { kind: 'instant', at: '2026-06-26T19:00:00.000Z' },
            },
            { field: 'paidTickets', before: { kind: 'count', count: 120 }, after: { kind: 'count', count: 118 } },
            {
              field: 'includingTaxes',
              before: { kind: 'cents', cents: 180000 },
              after: { kind: 'cents', cents: 177000 },
            },
            {
              field: 'otherRevenue.bar',
              before: { kind: 'pair', pair: givenPair(0, 0) },
              after: { kind: 'pair', pair: givenPair(1000, 1200) },
            },
          ],
        },
      ],
    });
  });

  it('says nothing to SACD of what it is not told, and nothing to SACEM of the circus', () => {
    const before = givenDeclaration();
    const bar = givenDeclaration({
      performances: [givenPerformance({ otherRevenue: { ...otherRevenue, bar: givenPair(1, 1) } })],
      organization: { sacemId: '1' },
    });
    expect(isSameDeclaration(listDifferences('SACD', before, bar))).toBe(true);
    const { expenses } = before.series;
    const circus = givenDeclaration({
      series: { expenses: { ...expenses, circus: givenPair(1, 1) } },
      organization: { sacdId: '1' },
    });
    expect(isSameDeclaration(listDifferences('SACEM', before, circus))).toBe(true);
    expect(listDifferences('SACD', before, circus).series.map(({ field }) => field)).toEqual([
      'organization.sacdId',
      'expenses.circus',
    ]);
  });

  it('tells performances added and removed, with their figures, in order of start', () => {
    const before = givenDeclaration({ performances: [later] });
    const { performances } = listDifferences('SACEM', before, givenDeclaration());
    expect(performances.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['added rep-1', 'removed rep-2']);
    expect(performances.map(({ changes }) => changes[0])).toEqual([
      { field: 'paidTickets', before: null, after: { kind: 'count', count: 120 } },
      { field: 'paidTickets', before: { kind: 'count', count: 120 }, after: null },
    ]);
  });

  it('tells a changed default once, and again where a performance had its own', () => {
    const own = { ...later, overrides: { capacity: 90, venue: college } };
    const before = givenDeclaration({ performances: [givenPerformance(), own] });
    const after = givenDeclaration({
      performances: [givenPerformance(), { ...own, overrides: { venue: college } }],
      series: { capacity: 200 },
    });
    const { series, performances } = listDifferences('SACEM', before, after);
    expect(series).toEqual([
      { field: 'capacity', before: { kind: 'count', count: 180 }, after: { kind: 'count', count: 200 } },
    ]);
    expect(performances.map(({ id, changes }) => [id, changes])).toEqual([
      ['rep-2', [{ field: 'capacity', before: { kind: 'count', count: 90 }, after: { kind: 'count', count: 200 } }]],
    ]);
  });

  it('tells each organism what it alone asks', () => {
    const before = givenDeclaration();
    const after = givenDeclaration({
      organization: { isSubsidised: true },
      series: {
        venue: before.series.venue && { ...before.series.venue, kind: 'LIEU_DE_CULTE' },
        salePrice: givenPair(1, 2),
        hasPrivateContract: null,
        schoolSessionsExempt: false,
        artists: null,
        author: 'Enora Le Bris',
        director: 'Enora Le Bris',
      },
    });
    const fields = organisms.map((organism) => [
      organism,
      listDifferences(organism, before, after).series.map(({ field }) => field),
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      SACEM: [],
      SACD: [],
      CNM: ['series.artists', 'series.salePrice', 'series.schoolSessionsExempt'],
      ASTP: [
        'organization.isSubsidised',
        'series.salePrice',
        'series.hasPrivateContract',
        'series.schoolSessionsExempt',
      ],
      SIBIL: ['series.artists', 'series.author', 'series.director', 'venue.kind'],
    });
    expect(listDifferences('SIBIL', before, after).performances).toEqual([]);
    const unknown = givenDeclaration({ series: { venue: null } });
    expect(listDifferences('SIBIL', before, unknown).series).toContainEqual({
      field: 'venue.kind',
      before: { kind: 'venueKind', venueKind: 'THEATRE' },
      after: null,
    });
  });

  it('tells what was not said and what is no longer', () => {
    const empty = givenDeclaration({
      organization: { headquarters: null, sacemId: null },
      series: {
        producer: null,
        genre: null,
        venue: null,
        capacity: null,
        taxRateBp: null,
        expenses: { total: null, approach: null, circus: null },
      },
    });
    const { series } = listDifferences('SACEM', empty, givenDeclaration());
    expect(series.map(({ before }) => before)).toEqual(Array(9).fill(null));
    expect(listDifferences('SACEM', givenDeclaration(), empty).series.map(({ after }) => after)).toEqual(
      Array(9).fill(null),
    );
  });

  it('tells SACD what its message holds: the name of a place and the day a performance ends, neither an address nor the genre', () => {
    const { venue } = givenDeclaration().series;
    const moved = venue && { ...venue, address: { ...venue.address, street: '3 rue du Port' } };
    const past = givenDeclaration({ series: { venue: moved, genre: 'DANCE' } });
    expect(isSameDeclaration(listDifferences('SACD', givenDeclaration(), past))).toBe(true);
    expect(listDifferences('SACEM', givenDeclaration(), past).series.map(({ field }) => field)).toEqual([
      'series.genre',
      'venue',
    ]);
    const renamed = givenDeclaration({ series: { venue: venue && { ...venue, name: 'Le Quartz' } } });
    expect(listDifferences('SACD', givenDeclaration(), renamed).series.map(({ field }) => field)).toEqual(['venue']);
    const late = givenDeclaration({ performances: [givenPerformance({ endAt: '2026-06-26T22:30:00.000Z' })] });
    expect(listDifferences('SACD', givenDeclaration(), late).performances).toMatchObject([
      { changes: [{ field: 'endDay', before: { day: '2026-06-26' }, after: { day: '2026-06-27' } }] },
    ]);
    expect(isSameDeclaration(listDifferences('SACEM', givenDeclaration(), late))).toBe(true);
  });
});
