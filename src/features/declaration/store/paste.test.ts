import { beforeEach, describe, expect, it } from '@jest/globals';
import { college, givenTwoEvenings } from '@/testing/given-declaration-page';
import { DraftStore } from './draft-store';
import { pasteCells, readPastedCells } from './paste';
import { changeDefault } from './propagate';

const ids = ['rep-1', 'rep-2'];
let store: DraftStore;
beforeEach(() => {
  store = new DraftStore({ version: 1, savedAt: '2026-07-06T08:00:00.000Z', draft: givenTwoEvenings() }, 'Nolwenn');
});

describe('cells copied from a spreadsheet', () => {
  it.each([
    ['120', null],
    ['8\t120', [['8', '120']]],
    [
      '8\t120\r\n9\t130\r\n',
      [
        ['8', '120'],
        ['9', '130'],
      ],
    ],
  ])('are read from %j', (text, cells) => {
    expect(readPastedCells(text)).toEqual(cells);
  });

  it('fill the grid from one cell on, as one edit, HT proposed where only TTC is given', () => {
    expect(
      pasteCells(store, ids, { row: 0, column: 'freeTickets' }, [
        ['8', '121', '1720,38', '1 815,00 €'],
        ['3', '90'],
      ]),
    ).toBe(2);
    expect(store.getPerformance('rep-1')?.corrected).toEqual({
      amounts: { excludingTaxesCents: 172038, includingTaxesCents: 181500 },
      taxRateBp: null,
      paidTickets: 121,
      freeTickets: null,
    });
    expect(store.getPerformance('rep-2')?.corrected).toMatchObject({ paidTickets: 90, freeTickets: 3, amounts: null });
    store.undo();
    expect(store.isPending()).toBe(false);
  });

  it('propose the HT of a pasted column of TTC', () => {
    pasteCells(store, ids, { row: 1, column: 'including' }, [['3149,50'], ['12']]);
    expect(store.getPerformance('rep-2')?.corrected.amounts).toEqual({
      excludingTaxesCents: 298531,
      includingTaxesCents: 314950,
    });
  });

  it('that are not values stay in their cell with their message', () => {
    pasteCells(store, ids, { row: 0, column: 'paidTickets' }, [['beaucoup', 'x'], ['95']]);
    expect(store.getField('performances.rep-1.corrected.paidTickets').invalid).toEqual({
      code: 'not-a-count',
      texts: { text: 'beaucoup' },
    });
    expect(store.getField('performances.rep-1.corrected.amounts').invalid?.code).toBe('not-an-amount');
    expect(store.getField('performances.rep-2.corrected.paidTickets').value).toBe(95);
  });
});

describe('a changed default', () => {
  it('is followed by the performances that showed it, which are counted, as one edit', () => {
    store.edit('performances.rep-2.overrides.venue', college);
    store.closeEdit();
    expect(changeDefault(store, 'capacity', 200)).toEqual({ changed: 2, kept: 0 });
    expect(changeDefault(store, 'venue', college)).toEqual({ changed: 1, kept: 0 });
    expect(store.getField('performances.rep-2.overrides.venue').value).toBeNull();
    store.undo();
    expect(store.getField('performances.rep-2.overrides.venue').value).toEqual(college);
    expect(store.getField('series.capacity').value).toBe(200);
  });

  it('leaves alone a performance with a value of its own', () => {
    store.edit('performances.rep-2.overrides.capacity', 90);
    expect(changeDefault(store, 'capacity', 200)).toEqual({ changed: 1, kept: 1 });
    expect(store.getField('performances.rep-2.overrides.capacity').value).toBe(90);
  });
});
