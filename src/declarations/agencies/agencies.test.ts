import { describe, expect, it } from '@jest/globals';
import { writeWorkbook } from '@/testing/write-workbook';
import { diffAgencies, isSuspicious } from './diff-agencies';
import { listAgencyCodes } from './list-agency-codes';
import { parseAgencies } from './parse-agencies';
import { toAgencyCodes } from './to-agency-codes';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('parseAgencies', () => {
  it('groups the towns of SACEM by agency, in a stable order', async () => {
    const file = utf8(
      'LOCAL,CP,Mail\nOuessant,29242,brest@sacem.test\nRennes,35000,rennes@sacem.test\nBrest,29200,brest@sacem.test\n',
    );
    expect(await parseAgencies('SACEM', file)).toEqual({
      agencies: [
        { email: 'brest@sacem.test', codes: ['29200', '29242'] },
        { email: 'rennes@sacem.test', codes: ['35000'] },
      ],
      conflicts: [],
      unreadableRows: [],
      repairedRows: [],
    });
  });

  it('mends what spreadsheets do: mark, semicolons, spaces, capitals, lost zeros, doubles, blank rows, other columns', async () => {
    const file = utf8(
      '\ufeffMail ; Région ; cp;LOCAL\r\n  Bourg@SACEM.test ;"Ain; et autres"; 1400 ;L’Abergement\r\n;;;\r\nbourg@sacem.test;;01400;Doublon\r\nmailto:bourg@sacem.test;;0 1000;Bourg\r\n',
    );
    expect(await parseAgencies('SACEM', file)).toEqual({
      agencies: [{ email: 'bourg@sacem.test', codes: ['01000', '01400'] }],
      conflicts: [],
      unreadableRows: [],
      repairedRows: [{ row: 2, read: '1400', codes: ['01400'] }],
    });
  });

  it('reads the prefixes of SACD: departments, overseas, towns, Corsica, Monaco', async () => {
    const file = utf8(
      'Département,mail\n29,ouest@sacd.test\n1,est@sacd.test\n971,outremer@sacd.test\n4000,sud@sacd.test\n2A/2B,corse@sacd.test\nMonaco,sud@sacd.test\n22 et 56,ouest@sacd.test\n',
    );
    expect((await parseAgencies('SACD', file)).agencies).toEqual([
      { email: 'corse@sacd.test', codes: ['20'] },
      { email: 'est@sacd.test', codes: ['01'] },
      { email: 'ouest@sacd.test', codes: ['22', '29', '56'] },
      { email: 'outremer@sacd.test', codes: ['971'] },
      { email: 'sud@sacd.test', codes: ['04000', '980'] },
    ]);
  });

  it('reads a file of Windows, and one with tabs', async () => {
    const bytes = Uint8Array.from('D\u00e9partement\tmail\n29\touest@sacd.test\n', (character) =>
      character.charCodeAt(0),
    );
    expect((await parseAgencies('SACD', bytes)).agencies).toEqual([{ email: 'ouest@sacd.test', codes: ['29'] }]);
  });

  it('reports rows it cannot read and codes claimed twice, which the first keeps', async () => {
    const file = utf8(
      'LOCAL,CP,Mail\nA,29242,a@sacem.test\nB,29242,b@sacem.test\nC,ABC,a@sacem.test\nD,29200,pas un mail\nE,29200\n',
    );
    expect(await parseAgencies('SACEM', file)).toEqual({
      agencies: [{ email: 'a@sacem.test', codes: ['29242'] }],
      conflicts: [{ code: '29242', emails: ['a@sacem.test', 'b@sacem.test'] }],
      unreadableRows: [
        { row: 4, reason: 'code' },
        { row: 5, reason: 'email' },
        { row: 6, reason: 'email' },
      ],
      repairedRows: [],
    });
  });

  it.each([
    ['an empty file', ''],
    ['other columns', 'Ville,Téléphone\nBrest,02\n'],
    ['a header alone', 'LOCAL,CP,Mail\n'],
    ['a page of HTML', '<!doctype html><html><body>Erreur</body></html>'],
    ['an unclosed quote', 'LOCAL,CP,Mail\n"Brest,29200,a@sacem.test\n'],
  ])('refuses %s, which must not empty the list', async (_case, text) => {
    await expect(parseAgencies('SACEM', utf8(text))).rejects.toEqual(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});

describe('diffAgencies', () => {
  const current = [
    { email: 'brest@sacem.test', codes: ['29200', '29242'] },
    { email: 'rennes@sacem.test', codes: ['35000'] },
  ];

  it('says nothing of the same list, whatever the order of its codes', () => {
    const same = [
      { email: 'brest@sacem.test', codes: ['29242', '29200'] },
      { email: 'rennes@sacem.test', codes: ['35000'] },
    ];
    expect(diffAgencies(current, same)).toEqual({ added: [], updated: [], removed: [], lostCodes: [] });
  });

  it('tells what comes, changes and goes', () => {
    const next = [
      { email: 'brest@sacem.test', codes: ['29200'] },
      { email: 'vannes@sacem.test', codes: ['56000'] },
    ];
    expect(diffAgencies(current, next)).toEqual({
      added: [{ email: 'vannes@sacem.test', codes: ['56000'] }],
      updated: [{ email: 'brest@sacem.test', codes: ['29200'] }],
      removed: [{ email: 'rennes@sacem.test', codes: ['35000'] }],
      lostCodes: ['29242', '35000'],
    });
    expect(diffAgencies([], next)).toMatchObject({ added: next, updated: [], removed: [], lostCodes: [] });
    const swapped = [{ email: 'brest@sacem.test', codes: ['29200', '29210'] }];
    expect(diffAgencies(current, swapped).updated).toEqual(swapped);
  });

  const many = Array.from({ length: 10 }, (_, index) => ({
    email: `a${index}@sacem.test`,
    codes: [`0${index}000`, `0${index}100`],
  }));
  it.each([
    ['nothing changes', many, false],
    ['two of ten go', many.slice(2), false],
    ['three of ten go', many.slice(3), true],
    [
      'every address changes, its codes staying',
      many.map(({ email, codes }) => ({ email: `new-${email}`, codes })),
      false,
    ],
    ['half the codes go', many.map(({ email, codes }) => ({ email, codes: codes.slice(1) })), true],
  ])('when %s it is told as suspicious or not', (_case, next, suspicious) => {
    expect(isSuspicious(many, diffAgencies(many, next))).toBe(suspicious);
  });

  it('is never suspicious of a first list', () => {
    expect(isSuspicious([], diffAgencies([], many))).toBe(false);
  });
});

describe('parseAgencies on a workbook', () => {
  it('reads the visible sheet that has the columns, under a title, numbers included', async () => {
    const bytes = writeWorkbook({
      sheets: [
        { name: 'Notes', rows: [['À lire avant d’importer']] },
        {
          name: 'Ancien',
          isHidden: true,
          rows: [
            ['LOCAL', 'CP', 'Mail'],
            ['Brest', 29200, 'vieux@sacem.test'],
          ],
        },
        {
          name: 'Délégations',
          rows: [
            ['Délégations au 1er janvier'],
            [null],
            ['LOCAL', 'CP', 'Mail'],
            ['Bourg', 1000, 'Bourg@sacem.test'],
            ['Ouessant', '29242', ' brest@sacem.test'],
            ['Ajaccio', '2A000', 'corse@sacem.test'],
            ['Monaco', 'Monaco', 'nice@sacem.test'],
            ['Nulle part', null, 'nice@sacem.test'],
          ],
        },
      ],
    });
    expect(await parseAgencies('SACEM', bytes)).toEqual({
      agencies: [
        { email: 'bourg@sacem.test', codes: ['01000'] },
        { email: 'brest@sacem.test', codes: ['29242'] },
        { email: 'corse@sacem.test', codes: ['20000'] },
        { email: 'nice@sacem.test', codes: ['98000'] },
      ],
      conflicts: [],
      unreadableRows: [{ row: 8, reason: 'code' }],
      repairedRows: [
        { row: 4, read: '1000', codes: ['01000'] },
        { row: 6, read: '2A000', codes: ['20000'] },
        { row: 7, read: 'Monaco', codes: ['98000'] },
      ],
    });
  });

  it('refuses what only looks like a workbook', async () => {
    await expect(parseAgencies('SACEM', utf8('PK\u0003\u0004 rien'))).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('toAgencyCodes', () => {
  it.each([
    ['SACEM', '01400', ['01400'], false],
    ['SACEM', '1400', ['01400'], true],
    ['SACEM', ' 97 150 ', ['97150'], false],
    ['SACEM', '97133', ['97133'], false],
    ['SACEM', '2b200', ['20200'], true],
    ['SACEM', 'MONACO', ['98000'], true],
    ['SACD', '2A/2B', ['20'], false],
    ['SACD', '2A', ['200', '201'], false],
    ['SACD', '2B', ['202', '206'], false],
    ['SACD', '20', ['20'], false],
    ['SACD', '1', ['01'], true],
    ['SACD', '971', ['971'], false],
    ['SACD', '972 et 973', ['972', '973'], false],
    ['SACD', '975', ['975'], false],
    ['SACD', '97150', ['97150'], false],
    ['SACD', '987+988', ['987', '988'], false],
    ['SACD', 'Monaco', ['980'], false],
    ['SACD', '98000', ['98000'], false],
  ] as const)('for %s reads %j', (organism, cell, codes, isRepaired) => {
    expect(toAgencyCodes(organism, cell)).toEqual({ codes, isRepaired });
  });

  it.each([
    ['SACEM', '29'],
    ['SACEM', 'Brest'],
    ['SACD', 'Finistère'],
    ['SACD', '2C'],
    ['SACD', '29/'],
    ['SACD', '290000'],
  ] as const)('for %s does not read %j', (organism, cell) => {
    expect(toAgencyCodes(organism, cell)).toBeNull();
  });
});

describe('listAgencyCodes', () => {
  it.each([
    ['SACEM', ' 29242 ', 'FR', ['29242']],
    ['SACEM', 'F-29242', 'FR', ['29242']],
    ['SACEM', '97150', 'MF', ['97150']],
    ['SACEM', '98000', 'MC', ['98000']],
    ['SACEM', 'MC 98000', 'MC', ['98000']],
    ['SACEM', '', 'MC', ['98000']],
    ['SACEM', '', 'FR', []],
    ['SACEM', '2A000', 'FR', ['20000']],
    ['SACEM', '10115', 'DE', []],
    ['SACD', '29242', 'FR', ['29242', '292', '29']],
    ['SACD', '97110', 'FR', ['97110', '971', '97']],
    ['SACD', '97200', 'MQ', ['97200', '972', '97']],
    ['SACD', '97300', 'GF', ['97300', '973', '97']],
    ['SACD', '97400', 'RE', ['97400', '974', '97']],
    ['SACD', '97600', 'YT', ['97600', '976', '97']],
    ['SACD', '97133', 'FR', ['97133', '971', '97']],
    ['SACD', '97150', 'FR', ['97150', '971', '97']],
    ['SACD', '97500', 'PM', ['97500', '975', '97']],
    ['SACD', '98714', 'PF', ['98714', '987', '98']],
    ['SACD', '98800', 'NC', ['98800', '988', '98']],
    ['SACD', '20090', 'FR', ['20090', '200', '20']],
    ['SACD', '2B200', 'FR', ['20200', '202', '20']],
    ['SACD', '98000', 'MC', ['98000', '980', '98']],
    ['SACD', 'Monaco', 'FR', ['98000', '980', '98']],
    ['SACD', '29', 'FR', ['29']],
    ['SACD', '75001', 'BE', []],
  ] as const)('for %s and %j in %s, the most precise first', (organism, postalCode, countryCode, codes) => {
    expect(listAgencyCodes(organism, { postalCode, countryCode })).toEqual(codes);
  });
});
