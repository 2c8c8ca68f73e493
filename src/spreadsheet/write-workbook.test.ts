import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { readSheets } from '@/testing/read-workbook';
import { type SheetToWrite, toSerial, writeSheetXml } from './write-sheet-xml';
import { writeWorkbook } from './write-workbook';

const now = new Date('2026-11-28T12:00:00.000Z');

function givenSheet(values: Partial<SheetToWrite> = {}): SheetToWrite {
  return {
    name: 'Spectacles',
    columns: [
      { header: 'Spectacle', kind: 'text', width: 40 },
      { header: 'Billets', kind: 'count', width: 10 },
      { header: 'Recette', kind: 'amount', width: 16 },
      { header: 'TVA', kind: 'rate', width: 10 },
      { header: 'Jour', kind: 'day', width: 12 },
      { header: 'Heure', kind: 'moment', width: 18 },
    ],
    async *batches() {
      yield [
        ['La Nuit des gardiens', 195, 277_251, 550, new Date('2026-06-30T22:30:00Z'), new Date('2026-01-05T19:30:00Z')],
      ];
    },
    ...values,
  };
}

const write = (...sheets: readonly SheetToWrite[]) => buffer(writeWorkbook(sheets, now));

/** A sheet of one column of texts. */
const givenTexts = (...texts: readonly string[]) =>
  givenSheet({
    columns: [{ header: 'Texte', kind: 'text', width: 20 }],
    async *batches() {
      yield texts.map((text) => [text]);
    },
  });

describe('a workbook that is written', () => {
  it('gives its numbers, its amounts to the cent and its days in Paris to who reads it', async () => {
    expect(await readSheets(await write(givenSheet()))).toEqual([
      {
        name: 'Spectacles',
        rows: [
          ['Spectacle', 'Billets', 'Recette', 'TVA', 'Jour', 'Heure'],
          ['La Nuit des gardiens', 195, 2772.51, 0.055, '2026-07-01', '2026-01-05 20:30:00'],
        ],
      },
    ]);
  });

  it('writes amounts by their digits', async () => {
    const amounts = [0, 1, 99, 100, 9_999_999_999, -1234];
    const sheet = givenSheet({
      columns: [{ header: 'Recette', kind: 'amount', width: 16 }],
      async *batches() {
        yield amounts.map((cents) => [cents]);
      },
    });
    const [read] = await readSheets(await write(sheet));
    expect(read?.rows.slice(1).flat()).toEqual([0, 0.01, 0.99, 1, 99_999_999.99, -12.34]);
  });

  it('keeps every text a text: formulas, codes, marks of XML, pictures, what XML refuses', async () => {
    const texts = ['=1+1', '@SUM(A1)', '+33', '-2', '_x0041_', '<b> & "c"', '🎭 מסך', ' espaces ', 'deux\nlignes'];
    const [read] = await readSheets(await write(givenTexts(...texts, 'avant\u0000\u000bapr\ud800ès')));
    expect(read?.rows.slice(1).flat()).toEqual([...texts, 'avantaprès']);
  });

  it('cuts a text that no cell holds, and leaves what is empty empty', async () => {
    const [read] = await readSheets(await write(givenTexts('a'.repeat(40_000), '', 'b')));
    expect(read?.rows.slice(1).map(([cell]) => String(cell).length)).toEqual([32_767, 1]);
  });

  it('holds several sheets, one without a row and one of many columns', async () => {
    const wide = givenSheet({
      name: 'Large & longue',
      columns: Array.from({ length: 60 }, (_, index) => ({ header: `C${index}`, kind: 'count', width: 8 })),
      async *batches() {
        yield [Array.from({ length: 60 }, (_, index) => index)];
        yield [];
        yield [[1, null, 3]];
      },
    });
    const empty = givenSheet({ name: 'Vide', async *batches() {} });
    const [first, second] = await readSheets(await write(empty, wide));
    expect(first).toMatchObject({ name: 'Vide', rows: [expect.any(Array)] });
    expect(second?.name).toBe('Large & longue');
    expect(second?.rows[1]).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(second?.rows[2]).toEqual([1, null, 3]);
  });

  it('breaks off with the error of its rows, and asks for no more when its reader leaves', async () => {
    const broken = givenSheet({
      async *batches() {
        yield [['un']];
        throw new Error('the database is gone');
      },
    });
    await expect(write(broken)).rejects.toThrow('the database is gone');

    let asked = 0;
    const endless = givenSheet({
      async *batches() {
        for (;;) {
          asked += 1;
          yield Array.from({ length: 500 }, () => [`${Math.random()}`, asked]);
        }
      },
    });
    const stream = writeWorkbook([endless], now);
    await stream[Symbol.asyncIterator]().next();
    stream.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toBe(then);
  });

  it('refuses more rows than a sheet can hold', async () => {
    const rows = Array.from({ length: 100_000 }, () => []);
    const sheet = givenSheet({
      columns: [{ header: 'Vide', kind: 'text', width: 8 }],
      async *batches() {
        for (let batch = 0; batch < 11; batch += 1) yield rows;
      },
    });
    let pieces = 0;
    const writing = (async () => {
      for await (const piece of writeSheetXml(sheet)) pieces += Math.sign(piece.length);
    })();
    await expect(writing).rejects.toThrow(RangeError);
    expect(pieces).toBe(12);
  });
});

describe('an hour', () => {
  it('is the same minute for who cuts the seconds that its number holds', () => {
    const midnight = Date.parse('2026-01-04T23:00:00.000Z');
    const shown = Array.from({ length: 1440 }, (_, minute) => {
      const serial = Number(toSerial(new Date(midnight + minute * 60_000), 'moment'));
      // As LibreOffice does: seconds to five decimals, then cut.
      return Math.trunc(Number(((serial % 1) * 86_400).toFixed(5)) / 60);
    });
    expect(shown).toEqual(Array.from({ length: 1440 }, (_, minute) => minute));
  });
});
