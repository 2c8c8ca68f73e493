import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toDecimalText } from '@/domain/money';
import { formatAmount, formatCount } from '@/i18n/format';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import { describeOrganism, readExample } from '../contract';
import type { RenderedDocument } from '../organism';
import { renderSibilQuarter } from './render';
import { sibil } from '.';

const readCsv = (document: RenderedDocument) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(document.bytes);
const { venue } = givenDeclaration().series;
const college = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};

describeOrganism({
  module: sibil,
  readText: async (document) => readCsv(document),
  writeAmount: toDecimalText,
  listAmounts: ({ includingTaxesCents }) => [includingTaxesCents],
  listTotals: ({ paidTickets, freeTickets, ticketing }) => [
    formatCount(paidTickets + freeTickets),
    formatCount(freeTickets),
    formatAmount(ticketing.includingTaxesCents),
  ],
  hasAgencies: false,
  dueAt: '2026-07-09T21:59:59.999Z',
  required: [
    { field: 'series.genre', without: { series: { genre: null } } },
    { field: 'series.venue', without: { series: { venue: null } } },
    { field: 'series.venue.kind', without: { series: { venue: venue && { ...venue, kind: undefined } } } },
    { field: 'series.capacity', without: { series: { capacity: null } } },
    { field: 'performances', without: { performances: [] } },
  ],
});

/** Cells of each line after the header. */
function toCells(document: RenderedDocument): string[][] {
  return readCsv(document)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'));
}

describe('the file for SIBIL', () => {
  it('of the example is the one agreed on, byte for byte', async () => {
    const golden = readFileSync('src/declarations/sibil/fixtures/example-declaration.csv');
    expect(Buffer.from((await sibil.render(readExample())).bytes).equals(golden)).toBe(true);
  });

  it('asks for the type of a place once, on the first performance played there', () => {
    const performances = [
      givenPerformance({ overrides: { venue: college } }),
      givenPerformance({ id: 'rep-2', overrides: { venue: college } }),
      givenPerformance({ id: 'rep-3' }),
    ];
    const declaration = givenDeclaration({ performances });
    expect(sibil.check(declaration, new Date(declaration.declaredAt))).toEqual([
      {
        organism: 'SIBIL',
        severity: 'missing',
        code: 'required',
        field: 'performances.venue.kind',
        performanceId: 'rep-1',
      },
    ]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+33', "'+33"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' \t=1+1', "'=1+1"],
    ['À = B', 'À = B'],
    ['Le "bal"; suite', '"Le ""bal""; suite"'],
    ['Deux\r\nlignes', 'Deux lignes'],
  ])('writes the title %j as %j, which no spreadsheet computes', async (name, written) => {
    const text = readCsv(await sibil.render(givenDeclaration({ series: { name } })));
    expect(text).toContain(`;THEATRE;${written};Maëlle Le Gall;`);
  });

  it('has no average price without any ticket, and rounds it half a cent up', async () => {
    const ticketing = { excludingTaxesCents: 0, includingTaxesCents: 0, paidTickets: 0, freeTickets: 0 };
    const performances = [
      givenPerformance({ ticketing }),
      givenPerformance({
        id: 'rep-2',
        startAt: '2026-06-27T18:30:00.000Z',
        endAt: null,
        ticketing: { excludingTaxesCents: 4, includingTaxesCents: 5, paidTickets: 1, freeTickets: 1 },
      }),
    ];
    const cells = toCells(await sibil.render(givenDeclaration({ performances })));
    expect(cells.map((line) => line.slice(3, 7))).toEqual([
      ['0', '0.00', '', '0'],
      ['2', '0.05', '0.03', '1'],
    ]);
  });

  it('says of each performance whether it is for the young, not of the show', async () => {
    const performances = [
      givenPerformance({ overrides: { audience: 'SCHOOL' } }),
      givenPerformance({
        id: 'rep-2',
        startAt: '2026-06-27T18:30:00.000Z',
        endAt: null,
        overrides: { audience: 'YOUNG' },
      }),
      givenPerformance({ id: 'rep-3', startAt: '2026-06-28T18:30:00.000Z', endAt: null }),
    ];
    const cells = toCells(await sibil.render(givenDeclaration({ performances })));
    expect(cells.map((line) => line[8])).toEqual(['true', 'true', 'false']);
  });

  it('holds a quarter over several shows in Paris time, and nothing of shows that lack something elsewhere', () => {
    const at = (id: string, startAt: string) => givenPerformance({ id, startAt, endAt: null });
    const first = givenDeclaration({
      performances: [at('before', '2026-03-31T21:30:00.000Z'), at('in', '2026-06-30T21:30:00.000Z')],
    });
    const second = givenDeclaration({
      series: { id: 'serie-02' },
      performances: [at('in', '2026-03-31T22:30:00.000Z'), at('after', '2026-06-30T22:30:00.000Z')],
    });
    const elsewhere = givenDeclaration({
      series: { id: 'serie-03', genre: null },
      performances: [at('after', '2026-07-14T19:00:00.000Z')],
    });
    const document = renderSibilQuarter([first, second, elsewhere], { year: 2026, quarter: 2 });
    expect(document.filename).toBe('Déclaration SIBIL - 2026-t2.csv');
    const cells = toCells(document);
    expect(cells.map((line) => line[2])).toEqual(['2026-03-31T22:30:00.000Z', '2026-06-30T21:30:00.000Z']);
    const ids = cells.map(([id]) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id ?? ''))).toBe(true);
  });
});
