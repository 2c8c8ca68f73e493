import { describe, expect, it } from '@jest/globals';
import { openCsv } from './open-csv';

const header = ['Événement', 'Date de la représentation', 'Montant HT', 'Montant TTC', 'Taux TVA', 'Billets payants'];
const row = ['Le Phare', '26/06/2026 20:30', '100,00', '105,50', '5,5 %', '10'];

describe('openCsv', () => {
  it.each([';', '\t', '|'])(
    'opens a file of one single row («%s», with and without a last line break)',
    (separator) => {
      const lines = [header, row].map((cells) => cells.join(separator));
      for (const end of ['\n', '\r\n'])
        for (const text of [lines.join(end), `${lines.join(end)}${end}`]) {
          const table = openCsv(Buffer.from(text, 'utf8'));
          expect(table.columns.map((column) => column.header)).toEqual(header);
          expect(table.sample.map(({ cells }) => cells)).toEqual([row]);
        }
    },
  );
});
