import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { toDecimalText } from '@/domain/money';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { describeOrganism, readExample } from '../contract';
import type { RenderedDocument } from '../organism';
import { sacd } from '.';

const readXml = (document: RenderedDocument) => new TextDecoder('utf-8', { fatal: true }).decode(document.bytes);
const { expenses } = givenDeclaration().series;

describeOrganism({
  module: sacd,
  readText: async (document) => {
    const xml = readXml(document);
    expect(XMLValidator.validate(xml)).toBe(true);
    return xml;
  },
  writeAmount: toDecimalText,
  hasAgencies: true,
  dueAt: '2026-07-30T21:59:59.999Z',
  required: [
    { field: 'organization.sacdId', without: { organization: { sacdId: null } } },
    { field: 'organization.headquarters', without: { organization: { headquarters: null } } },
    { field: 'series.producer', without: { series: { producer: null } } },
    { field: 'series.genre', without: { series: { genre: null } } },
    { field: 'series.venue', without: { series: { venue: null } } },
    { field: 'series.capacity', without: { series: { capacity: null } } },
    { field: 'series.expenses.total', without: { series: { expenses: { ...expenses, total: null } } } },
    { field: 'series.expenses.approach', without: { series: { expenses: { ...expenses, approach: null } } } },
    { field: 'series.expenses.circus', without: { series: { expenses: { ...expenses, circus: null } } } },
    { field: 'performances', without: { performances: [] } },
  ],
});

type Element = { [name: string]: Element & Element[] & string };

async function parse(declaration: Parameters<typeof sacd.render>[0]): Promise<Element[]> {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Representation' });
  const { Declaration } = parser.parse(readXml(await sacd.render(declaration)));
  return Declaration.Representations.Representation;
}

describe('the message', () => {
  it('of the example is the one agreed on, element by element', async () => {
    const golden = readFileSync('src/declarations/sacd/fixtures/example-declaration.xml', 'utf8');
    expect(readXml(await sacd.render(readExample()))).toBe(golden.trimEnd());
  });

  it('tells the expenses once, on the first performance, without those of the circus', async () => {
    const declaration = givenDeclaration({
      series: {
        expenses: {
          total: givenPair(146710, 154779),
          approach: givenPair(40370, 42590),
          circus: givenPair(106340, 112189),
        },
      },
      performances: [
        givenPerformance({ id: 'b', startAt: '2026-06-27T18:30:00.000Z', endAt: null }),
        givenPerformance({ id: 'a' }),
      ],
    });
    const representations = await parse(declaration);
    expect(representations.map((item) => [item.rep_ref_dec, item.Exploitation])).toEqual([
      ['serie-01_a', { rep_mt_depenses: '403.70', rep_mt_frais: '403.70' }],
      ['serie-01_b', ''],
    ]);
  });

  it('writes days and times of Paris, and the next day for a show that ends after midnight', async () => {
    const performances = [givenPerformance({ startAt: '2026-01-16T21:30:00.000Z', endAt: '2026-01-16T23:30:00.000Z' })];
    const [item] = await parse(givenDeclaration({ performances }));
    expect([item?.rep_date_debut, item?.rep_date_fin, item?.rep_horaire]).toEqual([
      '2026/01/16',
      '2026/01/17',
      '22:30',
    ]);
  });

  it('cuts texts at 128 characters, never in the middle of one', async () => {
    const declaration = givenDeclaration({ series: { name: '🎭'.repeat(130) } });
    const [item] = await parse(declaration);
    expect(item?.rep_titre).toBe('🎭'.repeat(128));
    expect(sacd.check(declaration, new Date(declaration.declaredAt))).toEqual([
      { organism: 'SACD', severity: 'warning', code: 'title-cut', field: 'series.name' },
    ]);
  });

  it('removes what XML forbids and keeps what it can escape', async () => {
    const [item] = await parse(givenDeclaration({ series: { name: ' Roméo\u0000 &\n<Juliette>\ud800\ufffe ' } }));
    expect(item?.rep_titre).toBe('Roméo & <Juliette>');
  });

  it('gives the organiser’s seat, not the venue', async () => {
    const headquarters = { street: '1 rue du Port', postalCode: '29200', city: 'Brest', countryCode: 'FR' };
    const [item] = await parse(givenDeclaration({ organization: { headquarters } }));
    expect(item?.Diffuseur).toEqual({
      diff_nom: 'Association Le Phare d’Ouessant',
      diff_type_ref: 'SIREN',
      diff_ref: '552100554',
      diff_adresse_1: '1 rue du Port',
      diff_code_postal: '29200',
      diff_ville: 'Brest',
      diff_pays: 'FR',
    });
  });

  it('waits for performances to have taken place', () => {
    const performances = [givenPerformance({ startAt: '2026-12-01T19:00:00.000Z', endAt: null })];
    const declaration = givenDeclaration({ performances });
    expect(sacd.check(declaration, new Date(declaration.declaredAt))).toEqual([
      {
        organism: 'SACD',
        severity: 'wrong',
        code: 'performance-in-future',
        field: 'performances.dates',
        performanceId: 'rep-1',
      },
    ]);
  });

  it('reads the same for the eyes: a show over two days, a seat, expenses', () => {
    const performances = [givenPerformance({ startAt: '2026-06-26T21:00:00.000Z', endAt: '2026-06-26T23:30:00.000Z' })];
    const { sections } = sacd.describe(givenDeclaration({ performances }));
    expect(sections.map(({ title }) => title)).toEqual([
      'Déclaration',
      'Organisateur',
      'Producteur',
      'Dépenses du spectacle',
      'Représentations',
    ]);
    expect(sections[1]?.rows.at(-1)).toEqual({ label: 'Siège', value: '4 rue du Créac’h, 29242 Ouessant (FR)' });
    expect(sections[4]?.table?.rows).toEqual([
      [
        '26/06/2026 – 27/06/2026',
        '23\u00a0h\u00a000',
        'Salle du Stiff',
        '180',
        '120',
        '8',
        '1\u00a0706,16\u00a0€',
        '93,84\u00a0€',
      ],
    ]);
  });
});
