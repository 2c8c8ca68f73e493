import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { computeTotals } from '@/domain/declaration/totals';
import { formatAmount, formatDecimal } from '@/i18n/format';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { describeOrganism, givenSeason, readExample } from '../contract';
import type { RenderedDocument } from '../organism';
import { sacem } from '.';

async function readPages(document: RenderedDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(document.bytes.slice()), { mergePages: false });
  return text;
}

const readText = async (document: RenderedDocument) => (await readPages(document)).join('\n');
const none = { total: null, approach: null, circus: null };
const { expenses } = givenDeclaration().series;

describeOrganism({
  module: sacem,
  readText,
  writeAmount: formatDecimal,
  hasAgencies: true,
  dueAt: '2026-07-10T21:59:59.999Z',
  required: [
    { field: 'organization.sacemId', without: { organization: { sacemId: null } } },
    { field: 'series.genre', without: { series: { genre: null } } },
    { field: 'series.venue', without: { series: { venue: null } } },
    { field: 'series.capacity', without: { series: { capacity: null } } },
    { field: 'series.expenses.total', without: { series: { expenses: { ...expenses, total: null } } } },
    { field: 'series.expenses.approach', without: { series: { expenses: { ...expenses, approach: null } } } },
    { field: 'performances', without: { performances: [] } },
  ],
});

describe('what SACEM does not ask for', () => {
  it('is the producer, the seat and circus expenses', () => {
    const declaration = givenDeclaration({
      organization: { headquarters: null, sacdId: null },
      series: { producer: null, expenses: { ...expenses, circus: none.circus } },
    });
    expect(sacem.check(declaration, new Date(declaration.declaredAt))).toEqual([]);
  });

  it('is to wait for a performance to come, of which it only warns', () => {
    const performances = [givenPerformance({ startAt: '2026-12-01T19:00:00.000Z', endAt: null })];
    const declaration = givenDeclaration({ performances });
    expect(sacem.check(declaration, new Date(declaration.declaredAt))).toEqual([
      {
        organism: 'SACEM',
        severity: 'warning',
        code: 'performance-in-future',
        field: 'performances.dates',
        performanceId: 'rep-1',
      },
    ]);
  });
});

describe('the statement', () => {
  it('has a page of totals, then the performances, and says on each which of how many', async () => {
    const pages = await readPages(await sacem.render(readExample()));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('SACEM Déclaration du lundi 6 juillet 2026');
    expect(pages[0]).toContain('État des recettes et des dépenses');
    expect(pages[0]).toContain('Page 1 sur 2');
    expect(pages[1]).toContain('Détail des représentations');
    expect(pages[1]).toContain('Page 2 sur 2');
  });

  it('says every total of the example to the cent, with its VAT', async () => {
    const [summary = ''] = await readPages(await sacem.render(readExample()));
    const amounts = [
      ['Entrées (TVA à 5,5 %)', 277251, 15249, 292500],
      ['Consommations', 25000, 5000, 30000],
      ['Restauration', 0, 0, 0],
      ['Vente de programmes', 1896, 104, 2000],
      ['Autres recettes', 0, 0, 0],
      ['Sous-total hors billetterie', 26896, 5104, 32000],
      ['Total des recettes', 304147, 20353, 324500],
      ['Dépenses totales', 240000, 13200, 253200],
      ['dont frais d’approche', 40000, 2200, 42200],
    ] as const;
    const text = summary.replace(/\s+/gu, ' ');
    for (const [label, ...cents] of amounts) {
      expect(text).toContain([label, ...cents.map(formatAmount)].join(' ').replace(/\s+/gu, ' '));
    }
    expect(text).toContain('195 payantes, 107 gratuites');
    expect(text).toContain('Compagnie des Embruns (SIREN 443 061 841)');
    expect(text).toContain('du 26 juin 2026 au 30 juin 2026');
    expect(text).toContain('2 lieux, voir le détail');
    expect(text).toContain('Documents joints Contrat artistique : contrat.pdf');
  });

  it('repeats the header of the table on each page, and ends with the totals', async () => {
    const performances = givenSeason(40);
    const pages = await readPages(await sacem.render(givenDeclaration({ performances })));
    const details = pages.slice(1);
    expect(details.length).toBeGreaterThan(1);
    expect(
      details.every((page) => page.includes('Billetterie HT') && page.includes('Détail des représentations')),
    ).toBe(true);
    const totals = computeTotals(performances);
    const last = details.at(-1)?.replace(/\s+/gu, ' ') ?? '';
    expect(last).toContain(formatDecimal(totals.ticketing.excludingTaxesCents).replace(/\s/gu, ' '));
    expect(last).toContain('40 représentations');
  });

  it('writes only ordinary no-break spaces, which every font has', async () => {
    expect(await readText(await sacem.render(readExample()))).not.toMatch(/[\u2007\u2009\u202f]/);
  });

  it('is a French document with a title, dated by the declaration', async () => {
    const { bytes } = await sacem.render(readExample());
    const pdf = await getDocumentProxy(bytes.slice());
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'État des recettes et des dépenses – La Nuit des gardiens',
      Author: 'Association Le Phare d’Ouessant',
      Language: 'fr-FR',
      CreationDate: 'D:20260706080000Z',
    });
  });

  it('names several VAT rates, and none when none is known', async () => {
    const performances = [givenPerformance(), givenPerformance({ id: 'rep-2', overrides: { taxRateBp: null } })];
    const several = await readText(await sacem.render(givenDeclaration({ performances })));
    expect(several).toContain('Entrées (plusieurs taux de TVA)');
    const unknown = await readText(await sacem.render(givenDeclaration({ series: { taxRateBp: null } })));
    expect(unknown).not.toContain('Entrées (');
  });

  it('says each kind of side revenue of a performance', async () => {
    const otherRevenue = {
      bar: givenPair(100, 120),
      catering: givenPair(200, 220),
      programmes: givenPair(300, 317),
      other: givenPair(400, 480),
    };
    const declaration = givenDeclaration({ performances: [givenPerformance({ otherRevenue })] });
    const text = (await readText(await sacem.render(declaration))).replace(/\s+/gu, ' ');
    expect(text).toContain('Consomm. Restauration Programmes Autres 1,00 2,00 3,00 4,00 1,20 2,20 3,17 4,80');
  });
});
