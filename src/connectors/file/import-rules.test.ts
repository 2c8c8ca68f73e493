import { describe, expect, it } from '@jest/globals';
import type { ImportAnswers } from '@/domain/ticketing/import/mapping';
import { readImport } from '@/testing/read-import';
import { writeWorkbook, type WrittenCell } from '@/testing/write-workbook';

/** The first performance of a CSV, its reports and needs: `paid free TTC HT rate`. */
async function read(rows: readonly string[], answers: Partial<ImportAnswers> = {}): Promise<Summary> {
  return summarize(await readImport(`${rows.join('\n')}\n`, answers));
}

async function readSheets(
  sheets: Parameters<typeof writeWorkbook>[0],
  answers: Partial<ImportAnswers> = {},
): Promise<Summary> {
  return summarize(await readImport(writeWorkbook(sheets), answers));
}

type Summary = {
  readonly figures: readonly string[];
  readonly unreadable: readonly string[];
  readonly needs: readonly string[];
};

function summarize({ series, unreadableRows, needs }: Awaited<ReturnType<typeof readImport>>): Summary {
  return {
    figures: series.flatMap(({ name, performances }) =>
      performances.map(
        (one) =>
          `${name} ${one.startAt.slice(0, 16)} ${one.paidTickets}+${one.freeTickets} ${one.includingTaxesCents} ${one.excludingTaxesCents} ${one.taxRateBp}`,
      ),
    ),
    unreadable: unreadableRows.map(({ row, reason }) => `${row} ${reason}`),
    needs: needs.map(({ code }) => code),
  };
}

const good = (figures: readonly string[]): Summary => ({ figures, unreadable: [], needs: [] });
const header = 'Spectacle;Date;Prix;TVA;Statut';
const night = 'La Nuit;26/06/2026 20:30';
const nightAt = 'La Nuit 2026-06-26T18:30';

describe('What counts', () => {
  it('counts paid and free tickets, and leaves out those that a status takes away', async () => {
    const statuses = [
      'Payé',
      'Validé',
      'Annulé',
      'Cancelled',
      'Non payé',
      'Réservé',
      'Remboursé',
      'Supprimé',
      'Refunded',
      'En attente',
    ];
    const rows = statuses.map((status) => `${night};10,00;5,5;${status}`);
    expect(await read([header, ...rows, `${night};0;5,5;Payé`])).toEqual(good([`${nightAt} 2+1 2000 1896 550`]));
  });

  it('adds negative rows as they are, whatever their status, and leaves the row they refund sold', async () => {
    const rows = [`${night};10,00;5,5;Payé`, `${night};12,00;5,5;Payé`, `${night};-10,00;5,5;Remboursé`];
    expect(await read([header, ...rows])).toEqual(good([`${nightAt} 1+0 1200 1137 550`]));
  });

  it('lowers revenue only when money is given back without a ticket', async () => {
    const rows = [
      'Spectacle;Date;Quantité;Montant TTC;TVA',
      `${night};3;30,00;5,5`,
      `${night};0;-5,00;5,5`,
      `${night};-1;-10,00;5,5`,
    ];
    expect(await read(rows)).toEqual(good([`${nightAt} 2+0 1500 1422 550`]));
  });

  it('counts «remboursé» of the pass Culture, where the venue was paid back', async () => {
    const rows = [
      'Nom de l’offre;Date de l’évènement;Contremarque;Intitulé du tarif;Prix de la réservation;Statut de la contremarque;Date et heure de réservation',
      'La Nuit;26/06/2026 20:30;ABC;Plein;10,00;remboursé;01/02/2026 10:00',
      'La Nuit;26/06/2026 20:30;ABD;Plein;10,00;annulé;01/02/2026 10:00',
      'La Nuit;26/06/2026 20:30;ABE;Plein;10,00;validé;01/02/2026 10:00',
    ];
    expect(await read(rows, { taxRateBp: 550 })).toEqual(good([`${nightAt} 2+0 2000 1896 550`]));
  });

  it('reports an ordinary ticket without an amount, but not an invitation', async () => {
    const rows = [
      'Spectacle;Date;Tarif;Prix;TVA',
      `${night};Plein;10,00;5,5`,
      `${night};Plein;;5,5`,
      `${night};Invitation;;5,5`,
    ];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 1+1 1000 948 550`],
      unreadable: ['3 montant absent'],
      needs: [],
    });
  });

  it('takes ticket amounts, and neither fees, tips, donations, options, nets nor unit prices beside a total', async () => {
    const rows = [
      'Spectacle;Date;Type;Tarif;Quantité;Prix unitaire TTC;Frais de gestion;Don;Options;Montant total;Net versé;TVA',
      `${night};Billet;Plein;2;10,00;1,00;5,00;3,00;20,00;18,50;5,5`,
      `${night};Don;Don libre;1;50,00;0;0;0;50,00;50,00;`,
      `${night};Boutique;Affiche;1;8,00;0;0;0;8,00;8,00;20`,
      `${night};Billet;Frais de location;1;1,00;0;0;0;1,00;1,00;20`,
    ];
    expect(await read(rows)).toEqual(good([`${nightAt} 2+0 2000 1896 550`]));
  });

  it('prefers the price of tickets to a total that holds the fees', async () => {
    const rows = [
      'Spectacle;Date;Quantité;Prix unitaire;Frais;Total;TVA',
      `${night};2;10,00;1,50;21,50;5,5`,
      `${night};1;12,00;0,75;12,75;5,5`,
    ];
    expect(await read(rows)).toEqual(good([`${nightAt} 3+0 3200 3033 550`]));
  });

  it('knows a price of one ticket from a price of the row by arithmetic', async () => {
    const one = ['Spectacle;Date;Tarif;Quantité;Prix;TVA', `${night};Plein;2;10,00;5,5`, `${night};Plein;3;10,00;5,5`];
    const row = ['Spectacle;Date;Tarif;Quantité;Prix;TVA', `${night};Plein;2;20,00;5,5`, `${night};Plein;3;30,00;5,5`];
    expect(await read(one)).toEqual(good([`${nightAt} 5+0 5000 4739 550`]));
    expect(await read(row)).toEqual(good([`${nightAt} 5+0 5000 4739 550`]));
  });

  it('reports rows in another currency, by a column or in the amount', async () => {
    const rows = [
      'Spectacle;Date;Prix;Devise;TVA',
      `${night};10,00;EUR;5,5`,
      `${night};10,00;CHF;5,5`,
      `${night};$10.00;;5,5`,
    ];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 1+0 1000 948 550`],
      unreadable: ['3 devise autre que l’euro', '4 montant dans une autre devise que l’euro'],
      needs: [],
    });
  });

  it('reports a rate that France does not have and a status that nobody knows', async () => {
    const rows = [`${night};10,00;5,5;Payé`, `${night};10,00;19;Payé`, `${night};10,00;5,5;Zzz`];
    expect(await read([header, ...rows])).toEqual({
      figures: [`${nightAt} 1+0 1000 948 550`],
      unreadable: ['3 taux de TVA qui n’existe pas en France', '4 statut inconnu'],
      needs: [],
    });
  });

  it('skips totals, subtotals, blank rows and repeated headers, but not a show called «Total»', async () => {
    const rows = [
      'Spectacle;Date;Quantité;Montant TTC;TVA',
      `${night};2;20,00;5,5`,
      'Sous-total La Nuit;;2;20,00;',
      'Total La Nuit;26/06/2026 20:30;2;20,00;',
      ';;;;',
      'Spectacle;Date;Quantité;Montant TTC;TVA',
      'Total Recall;27/06/2026 20:30;1;10,00;5,5',
      'TOTAL GÉNÉRAL :;;3;30,00;',
      ';;3;30,00;',
      'Édité par le logiciel',
    ];
    const { figures, unreadable, needs } = await read(rows);
    const expected = [`${nightAt} 2+0 2000 1896 550`, `Total Recall 2026-06-27T18:30 1+0 1000 948 550`];
    expect([figures.toSorted(), unreadable, needs]).toEqual([expected, [], []]);
  });

  it('reads a ticket printed twice once', async () => {
    const rows = [
      'N° billet;Spectacle;Date;Prix;TVA',
      `1;${night};10,00;5,5`,
      `1;${night};10,00;5,5`,
      `2;${night};10,00;5,5`,
    ];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 2+0 2000 1896 550`],
      unreadable: ['3 billet déjà lu plus haut'],
      needs: [],
    });
  });
});

describe('HT and rates', () => {
  const totals = 'Spectacle;Date;Payants;Exonérés;HT;TTC';
  it.each([
    ['one legal rate fits to the cent', '94,79;100,00', `${nightAt} 10+2 10000 9479 550`],
    ['no legal rate fits', '93,00;100,00', `${nightAt} 10+2 10000 9300 null`],
    ['HT is TTC', '100,00;100,00', `${nightAt} 10+2 10000 10000 0`],
  ])('sums the HT that is printed; the rate when %s', async (_title, amounts, expected) => {
    expect(await read([totals, `${night};10;2;${amounts}`])).toEqual(good([expected]));
  });

  it('asks the rate of TTC alone, and takes the answer', async () => {
    const rows = ['Spectacle;Date;Payants;Recette', `${night};10;100,00`];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 10+0 10000 null null`],
      unreadable: [],
      needs: ['tax-rate'],
    });
    expect(await read(rows, { taxRateBp: 210 })).toEqual(good([`${nightAt} 10+0 10000 9794 210`]));
  });

  it('groups cents by rate and rounds once; several rates leave none, and free tickets never make a mix', async () => {
    const rows = [
      'Spectacle;Date;Prix;TVA',
      `${night};2,01;20`,
      `${night};2,01;20 %`,
      `${night};0;0`,
      'Le Jour;26/06/2026 20:30;10;5.5',
      'Le Jour;26/06/2026 20:30;10;0,2',
    ];
    expect((await read(rows)).figures.toSorted()).toEqual([
      `La Nuit 2026-06-26T18:30 2+1 402 335 2000`,
      `Le Jour 2026-06-26T18:30 2+0 2000 1781 null`,
    ]);
  });

  it('asks nothing for a performance without revenue', async () => {
    expect(await read(['Spectacle;Date;Prix', `${night};0`])).toEqual(good([`${nightAt} 0+1 0 0 null`]));
  });

  it('takes free seats out of the tickets they are among, by «dont» or by arithmetic', async () => {
    const among = [`${nightAt} 100+20 10000 9479 550`, 'La Nuit 2026-06-27T18:30 0+50 0 0 null'];
    for (const headers of ['Entrées;dont exonérés', 'Nombre de billets;Exonérés']) {
      const rows = [
        `Spectacle;Date;${headers};HT;TTC`,
        `${night};120;20;94,79;100,00`,
        'La Nuit;27/06/2026 20:30;50;50;0,00;0,00',
      ];
      expect(await read(rows)).toEqual(good(among));
    }
  });

  it('reports more free seats than tickets, rather than taking tickets away', async () => {
    const rows = [
      'Spectacle;Date;Entrées;dont exonérés;HT;TTC',
      `${night};12;2;94,79;100,00`,
      `${night};10;12;94,79;100,00`,
    ];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 10+2 10000 9479 550`],
      unreadable: ['3 plus de gratuits que de billets'],
      needs: [],
    });
  });

  it('adds HT and VAT when TTC is not printed', async () => {
    expect(await read(['Spectacle;Date;Payants;Recette HT;Montant TVA', `${night};10;94,79;5,21`])).toEqual(
      good([`${nightAt} 10+0 10000 9479 550`]),
    );
  });
});

describe('What only a person can tell', () => {
  it('asks the name of the show, and reads it above the header or on the sheet when it is there', async () => {
    const rows = ['Date;Prix;TVA', '26/06/2026 20:30;10,00;5,5'];
    expect(await read(rows)).toEqual({ figures: [], unreadable: [], needs: ['series-name'] });
    expect(await read(rows, { seriesName: 'La Nuit' })).toEqual(good([`${nightAt} 1+0 1000 948 550`]));
    expect(await read(['Spectacle : La Nuit', 'Édité le 01/07/2026', '', ...rows])).toEqual(
      good([`${nightAt} 1+0 1000 948 550`]),
    );
    const cells = rows.map((row) => row.split(';'));
    expect(await readSheets({ sheets: [{ name: 'La Nuit', rows: cells }] })).toEqual(
      good([`${nightAt} 1+0 1000 948 550`]),
    );
    expect((await readSheets({ sheets: [{ name: 'Feuil1', rows: cells }] })).needs).toEqual(['series-name']);
  });

  it('asks the date, and the time of dates that have none', async () => {
    const undated = ['Spectacle;Prix;TVA;Date de commande', 'La Nuit;10,00;5,5;01/02/2026 10:00'];
    expect(await read(undated)).toEqual({ figures: [], unreadable: [], needs: ['performance-date'] });
    const startAt = '2026-06-26T18:30:00.000Z';
    expect(await read(undated, { startAt })).toEqual(good([`${nightAt} 1+0 1000 948 550`]));
    for (const date of ['26/06/2026', '2026-06-26 00:00:00']) {
      const untimed = ['Spectacle;Date;Prix;TVA', `La Nuit;${date};10,00;5,5`];
      expect(await read(untimed)).toEqual({ figures: [], unreadable: [], needs: ['start-time'] });
      expect(await read(untimed, { startTime: '20:30' })).toEqual(good([`${nightAt} 1+0 1000 948 550`]));
      expect(await read(untimed, { startAt })).toEqual(good([`${nightAt} 1+0 1000 948 550`]));
    }
  });

  it('reports impossible and missing dates, never moved to another day', async () => {
    const rows = [
      'Spectacle;Date;Prix;TVA',
      `${night};10,00;5,5`,
      'La Nuit;31/06/2026 20:30;10,00;5,5',
      'La Nuit;;10,00;5,5',
      'La Nuit;26/06/2026 25:00;10;5,5',
      'La Nuit;bientôt;10;5,5',
      ';26/06/2026 20:30;10;5,5',
    ];
    expect(await read(rows)).toEqual({
      figures: [`${nightAt} 1+0 1000 948 550`],
      unreadable: [
        '3 date impossible',
        '4 date absente',
        '5 date impossible',
        '6 date illisible',
        '7 spectacle absent',
      ],
      needs: [],
    });
  });
});

describe('What text files look like', () => {
  it('numbers rows as a spreadsheet does, with what lies above the header, blank rows and quoted line breaks', async () => {
    const text =
      'Théâtre du Lac\n\nSpectacle;Date;Prix;TVA\n"La\nNuit";26/06/2026 20:30;10,00;5,5\n\nLa Nuit;26/06/2026 20:30;dix;5,5\n';
    expect(summarize(await readImport(text))).toEqual({
      figures: [`La Nuit 2026-06-26T18:30 1+0 1000 948 550`],
      unreadable: ['6 montant illisible'],
      needs: [],
    });
  });

  it('reports a last row that the file cuts', async () => {
    const text = `Spectacle;Date;Prix;TVA\n${night};10,00;5,5\nLa Nuit;26/06`;
    expect(summarize(await readImport(text))).toEqual({
      figures: [`${nightAt} 1+0 1000 948 550`],
      unreadable: ['3 ligne coupée, le fichier est incomplet'],
      needs: [],
    });
  });

  it('keeps text that looks like a formula as text', async () => {
    const rows = [
      'Spectacle;Date;Prix;TVA',
      '=HYPERLINK(1);26/06/2026 20:30;10,00;5,5',
      '@Minuit;26/06/2026 20:30;10,00;5,5',
    ];
    expect((await read(rows)).figures.map((one) => one.split(' ')[0]).toSorted()).toEqual(['=HYPERLINK(1)', '@Minuit']);
  });

  it('has the same identifiers for the same show written otherwise, and in another shape', async () => {
    const first = await readImport(`Spectacle;Date;Prix;TVA\n${night};10,00;5,5\n`);
    const second = await readImport(
      'TVA;Titre du spectacle;Date et heure de la séance;Payants;Recette TTC\n5,5;LA  NUIT;26/06/26 20h30;4;40,00\n',
    );
    const ids = [first, second].map(({ series }) =>
      series.map(({ id, performances }) => [id, performances.map((one) => one.id)]),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  it('takes two columns of the same name for what they are', async () => {
    const rows = ['Spectacle;Date;Montant;Montant;TVA', `${night};10,00;99,00;5,5`];
    expect(await read(rows)).toEqual(good([`${nightAt} 1+0 1000 948 550`]));
  });
});

describe('What workbooks look like', () => {
  const columns = ['Spectacle', 'Date', 'Heure', 'Montant', 'TVA'];
  const formats = ['dd/mm/yyyy', 'hh:mm', '0.0%', '[$CHF] 0.00'];
  const day = (serial: number): WrittenCell => ({ value: serial, style: 1 });
  const row = (more: Partial<Record<'date' | 'amount', WrittenCell>> = {}): WrittenCell[] => [
    'La Nuit',
    more.date ?? day(46_199),
    { value: 0.8541666666666666, style: 2 },
    more.amount ?? 10,
    { value: 0.055, style: 3 },
  ];

  it('reads serials, percentages, cached formulas, and reports what has no value', async () => {
    const rows = [
      ['Export des ventes'],
      [],
      columns,
      row(),
      row({ amount: { value: 10, formula: '5+5' } }),
      row({ amount: { formula: '5+5' } }),
      row({ amount: { error: '#REF!' } }),
      row({ amount: { value: 10, style: 4 } }),
      row({ amount: 9.999999999999998 }),
    ];
    expect(await readSheets({ sheets: [{ name: 'Feuil1', rows }], numberFormats: formats })).toEqual({
      figures: [`${nightAt} 3+0 3000 2844 550`],
      unreadable: [
        '6 formule sans valeur enregistrée',
        '7 erreur dans la cellule',
        '8 montant dans une autre devise que l’euro',
      ],
      needs: [],
    });
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const rows = [columns, row({ date: day(46_199 - 1462) })];
    expect(await readSheets({ sheets: [{ name: 'Feuil1', rows }], numberFormats: formats, is1904: true })).toEqual(
      good([`${nightAt} 1+0 1000 948 550`]),
    );
  });

  it('reads sheets of the same columns together, and neither hidden ones nor recaps', async () => {
    const other: WrittenCell[] = ['Le Jour', ...row().slice(1)];
    const sheets = [
      { name: 'Juin', rows: [columns, row()] },
      { name: 'Juillet', rows: [columns, other] },
      { name: 'Tout', rows: [columns, row(), other] },
      {
        name: 'Récapitulatif',
        rows: [
          ['Spectacle', 'Date', 'Total'],
          ['La Nuit', '26/06/2026', 10],
        ],
      },
      {
        name: 'Par séance',
        rows: [
          ['Spectacle', 'Date', 'Payants', 'Recette TTC'],
          ['La Nuit', '26/06/2026 20:30', 1, 10],
        ],
      },
      { name: 'Ancien', rows: [columns, row(), row()], isHidden: true },
    ];
    const { figures, unreadable, needs } = await readSheets({ sheets, numberFormats: formats });
    expect([figures.toSorted(), unreadable, needs]).toEqual([
      [`${nightAt} 1+0 1000 948 550`, 'Le Jour 2026-06-26T18:30 1+0 1000 948 550'],
      [],
      [],
    ]);
  });

  it('asks which sheet when two hold different sales in different columns', async () => {
    const sheets = [
      { name: 'Billets', rows: [columns, row()] },
      {
        name: 'Guichet',
        rows: [
          ['Spectacle', 'Date', 'Payants', 'Recette TTC'],
          ['Le Jour', '27/06/2026 20:30', 1, 10],
        ],
      },
    ];
    expect((await readSheets({ sheets, numberFormats: formats })).needs).toEqual(['sheet']);
  });

  it('joins the two rows of a header whose cells are merged', async () => {
    const rows = [
      ['Bordereau de recettes'],
      [null, null, 'Billets', null, 'Recettes', null],
      ['Spectacle', 'Date', 'Payants', 'Exonérés', 'HT', 'TTC'],
      ['La Nuit', '26/06/2026 20:30', 10, 2, 94.79, 100],
    ];
    expect(await readSheets({ sheets: [{ name: 'Feuil1', rows }] })).toEqual(good([`${nightAt} 10+2 10000 9479 550`]));
  });
});
