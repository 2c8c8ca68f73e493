import { describe, expect, it } from '@jest/globals';
import { openExport } from './open-export';
import { readExport } from './read-export';
import { recognizeMapping } from './recognize-mapping';
import { importMappingSchema, type ColumnMeaning, type ImportMapping } from '@/domain/ticketing/import/mapping';

const signal = new AbortController().signal;
const open = (text: string) => openExport({ name: 'export.csv', bytes: Buffer.from(text) }, signal);

async function recognize(header: string, row: string): Promise<readonly ColumnMeaning[]> {
  const file = await open(`${header}\n${row}\n${row}\n`);
  return recognizeMapping(file).columns.map(({ meaning }) => meaning);
}

describe('The columns of an export', () => {
  it.each<readonly [string, string, readonly ColumnMeaning[]]>([
    [
      'Nom du spectacle;Séance;Tarif;Prix',
      'La Nuit;26/06/2026 20h30;Plein;15,00',
      ['series-name', 'start-at', 'tariff', 'including-taxes'],
    ],
    [
      'Event;Start date;Start time;Ticket type;Quantity;Gross',
      'Night;2026-06-26;20:30;Full;2;30.00',
      ['series-name', 'start-at', 'start-time', 'tariff', 'quantity', 'including-taxes'],
    ],
    [
      'Spectacle;Date de commande;Date de séance;Date de fin;Date de naissance;Prix',
      'La Nuit;01/02/2026;26/06/2026 20:30;26/06/2026 22:00;01/01/1980;15',
      ['series-name', 'ignored', 'start-at', 'ignored', 'ignored', 'including-taxes'],
    ],
    [
      'Spectacle;Date;Nombre de tickets;Prix payé par ticket',
      'La Nuit;26/06/2026 20:30;2;15',
      ['series-name', 'start-at', 'quantity', 'unit-price'],
    ],
    [
      'Spectacle;Date;Payants;Recettes;TVA 5,5 %',
      'La Nuit;26/06/2026 20:30;10;100,00;5,21',
      ['series-name', 'start-at', 'quantity', 'including-taxes', 'tax-amount'],
    ],
    [
      'Nom;Prénom;Spectacle;Date;Prix hors frais;Frais',
      'Kerbrat;Aïcha;La Nuit;26/06/2026 20:30;15;1',
      ['ignored', 'ignored', 'series-name', 'start-at', 'including-taxes', 'ignored'],
    ],
    [
      'Nom;Date;Heure;Entrées;Recette',
      'La Nuit;26/06/2026;20:30;10;100',
      ['series-name', 'start-at', 'start-time', 'quantity', 'including-taxes'],
    ],
  ])('are recognised: %s', async (header, row, meanings) => {
    expect(await recognize(header, row)).toEqual(meanings);
  });
});

describe('A mapping', () => {
  const first = 'Spectacle;Date;Montant;Total remisé;Statut\nLa Nuit;26/06/2026 20:30;15,00;10,00;Zzz\n';
  const second = 'Statut;Total remisé;Montant;Date;Spectacle\nZzz;20,00;25,00;27/06/2026 20:30;La Nuit\n';

  it('is plain data that its schema accepts', async () => {
    const mapping = recognizeMapping(await open(first));
    expect(importMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it('corrected by a person reads the next file of the same columns, in any order, and asks nothing', async () => {
    const recognized = recognizeMapping(await open(first));
    const corrected: ImportMapping = {
      ...recognized,
      columns: recognized.columns.map((column) => ({
        ...column,
        meaning:
          column.header === 'Montant'
            ? 'ignored'
            : column.header === 'Total remisé'
              ? 'including-taxes'
              : column.meaning,
      })),
      statuses: [{ value: 'zzz', counts: true }],
      answers: { ...recognized.answers, taxRateBp: 550 },
    };
    const [before, after] = [await open(first), await open(second)];
    expect(after.tables[0]?.shape).toBe(before.tables[0]?.shape);
    const { series, needs, unreadableRows } = await readExport(after, recognizeMapping(after, corrected), { signal });
    expect([needs, unreadableRows]).toEqual([[], []]);
    expect(
      series.flatMap(({ performances }) =>
        performances.map((one) => [one.startAt, one.includingTaxesCents, one.excludingTaxesCents]),
      ),
    ).toEqual([['2026-06-27T18:30:00.000Z', 2000, 1896]]);
  });

  it('is left aside when the file does not have its columns', async () => {
    const remembered = recognizeMapping(await open(first));
    const other = await open('Concert;Jour;Prix\nLa Nuit;26/06/2026 20:30;15,00\n');
    expect(recognizeMapping(other, remembered)).toEqual(recognizeMapping(other));
  });
});

describe('Reading a file', () => {
  const big = `Spectacle;Date;Prix\n${'La Nuit;26/06/2026 20:30;15,00\n'.repeat(3000)}`;

  it('tells how many rows are read', async () => {
    const file = await open(big);
    const rows: number[] = [];
    await readExport(file, recognizeMapping(file), { signal, onProgress: (progress) => rows.push(progress.rows) });
    expect([rows.length > 2, rows.at(-1), rows]).toEqual([true, 3000, rows.toSorted((a, b) => a - b)]);
  });

  it('stops on the way when it is told to', async () => {
    const file = await open(big);
    const stopper = new AbortController();
    const reason = new Error('shutdown');
    const reading = readExport(file, recognizeMapping(file), {
      signal: stopper.signal,
      onProgress: () => stopper.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
  });
});
