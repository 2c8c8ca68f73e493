import { describe, expect, it } from '@jest/globals';
import { diffAgencies, isSuspicious } from './diff-agencies';
import { listAgencyCodes } from './list-agency-codes';
import { parseAgencies } from './parse-agencies';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('parseAgencies', () => {
  it('groups the towns of SACEM by agency, in a stable order', () => {
    const file = utf8(
      'LOCAL,CP,Mail\nOuessant,29242,brest@sacem.test\nRennes,35000,rennes@sacem.test\nBrest,29200,brest@sacem.test\n',
    );
    expect(parseAgencies('SACEM', file)).toEqual({
      agencies: [
        { email: 'brest@sacem.test', codes: ['29200', '29242'] },
        { email: 'rennes@sacem.test', codes: ['35000'] },
      ],
      conflicts: [],
      unreadableRows: [],
    });
  });

  it('mends what spreadsheets do: mark, semicolons, spaces, capitals, lost zeros, doubles, blank rows, other columns', () => {
    const file = utf8(
      '\ufeffMail ; Région ; cp;LOCAL\r\n  Bourg@SACEM.test ;"Ain; et autres"; 1400 ;L’Abergement\r\n;;;\r\nbourg@sacem.test;;01400;Doublon\r\nmailto:bourg@sacem.test;;0 1000;Bourg\r\n',
    );
    expect(parseAgencies('SACEM', file)).toEqual({
      agencies: [{ email: 'bourg@sacem.test', codes: ['01000', '01400'] }],
      conflicts: [],
      unreadableRows: [],
    });
  });

  it('reads the prefixes of SACD: departments, overseas, towns, Corsica, Monaco', () => {
    const file = utf8(
      'Département,mail\n29,ouest@sacd.test\n1,est@sacd.test\n971,outremer@sacd.test\n4000,sud@sacd.test\n2A/2B,corse@sacd.test\nMonaco,sud@sacd.test\n22 et 56,ouest@sacd.test\n',
    );
    expect(parseAgencies('SACD', file).agencies).toEqual([
      { email: 'corse@sacd.test', codes: ['20'] },
      { email: 'est@sacd.test', codes: ['01'] },
      { email: 'ouest@sacd.test', codes: ['22', '29', '56'] },
      { email: 'outremer@sacd.test', codes: ['971'] },
      { email: 'sud@sacd.test', codes: ['04000', '980'] },
    ]);
  });

  it('reads a file of Windows, and one with tabs', () => {
    const bytes = Uint8Array.from('D\u00e9partement\tmail\n29\touest@sacd.test\n', (character) =>
      character.charCodeAt(0),
    );
    expect(parseAgencies('SACD', bytes).agencies).toEqual([{ email: 'ouest@sacd.test', codes: ['29'] }]);
  });

  it('reports rows it cannot read and codes claimed twice, which the first keeps', () => {
    const file = utf8(
      'LOCAL,CP,Mail\nA,29242,a@sacem.test\nB,29242,b@sacem.test\nC,ABC,a@sacem.test\nD,29200,pas un mail\nE,29200\n',
    );
    expect(parseAgencies('SACEM', file)).toEqual({
      agencies: [{ email: 'a@sacem.test', codes: ['29242'] }],
      conflicts: [{ code: '29242', emails: ['a@sacem.test', 'b@sacem.test'] }],
      unreadableRows: [
        { row: 4, reason: 'code' },
        { row: 5, reason: 'email' },
        { row: 6, reason: 'email' },
      ],
    });
  });

  it.each([
    ['an empty file', ''],
    ['other columns', 'Ville,Téléphone\nBrest,02\n'],
    ['a header alone', 'LOCAL,CP,Mail\n'],
    ['a page of HTML', '<!doctype html><html><body>Erreur</body></html>'],
    ['an unclosed quote', 'LOCAL,CP,Mail\n"Brest,29200,a@sacem.test\n'],
  ])('refuses %s, which must not empty the list', (_case, text) => {
    expect(() => parseAgencies('SACEM', utf8(text))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
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

describe('listAgencyCodes', () => {
  it.each([
    ['SACEM', ' 29242 ', ['29242']],
    ['SACD', '29242', ['29242', '292', '29']],
    ['SACD', '97110', ['97110', '971', '97']],
    ['SACD', '20090', ['20090', '200', '20']],
    ['SACD', '98000', ['98000', '980', '98']],
    ['SACD', '29', ['29']],
  ] as const)('for %s and %j, the most precise first', (organism, postalCode, codes) => {
    expect(listAgencyCodes(organism, postalCode)).toEqual(codes);
  });
});
