import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { formatAmount } from '@/i18n/format';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import { describeOrganism, readExample } from '../contract';
import type { RenderedDocument } from '../organism';
import { cnm } from '.';

async function readPages(document: RenderedDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(document.bytes.slice()), { mergePages: false });
  return text.map((page) => page.replace(/\s+/gu, ' '));
}

const readText = async (document: RenderedDocument) => (await readPages(document)).join('\n');
const free = givenPerformance({
  id: 'free',
  startAt: '2026-06-28T18:30:00.000Z',
  endAt: null,
  ticketing: { excludingTaxesCents: 0, includingTaxesCents: 0, paidTickets: 0, freeTickets: 60 },
});
const school = givenPerformance({ overrides: { audience: 'SCHOOL' } });

describeOrganism({
  module: cnm,
  readText,
  writeAmount: formatAmount,
  hasAgencies: false,
  dueAt: '2026-09-30T21:59:59.999Z',
  required: [
    { field: 'organization.headquarters', without: { organization: { headquarters: null } } },
    { field: 'series.genre', without: { series: { genre: null } } },
    { field: 'series.venue', without: { series: { venue: null } } },
    { field: 'series.capacity', without: { series: { capacity: null } } },
    {
      field: 'series.schoolSessionsExempt',
      without: { performances: [school], series: { schoolSessionsExempt: null } },
    },
    { field: 'series.salePrice', without: { performances: [free], series: { salePrice: null } } },
    { field: 'performances', without: { performances: [] } },
  ],
});

describe('the summary for the CNM', () => {
  it('gives the figures in the order of the form, to the cent and in whole euros', async () => {
    const text = await readText(await cnm.render(readExample()));
    expect(text).toContain('Billets payants 195 195 Billets gratuits 11 11');
    expect(text).toContain('Billetterie HT 2 772,51 € 2 773 € TVA 152,49 € 152 € Billetterie TTC 2 925,00 € 2 925 €');
    expect(text).toContain('Base de la taxe 2 772,51 € 2 773 € Taxe, à titre indicatif 97,04 € 97 €');
  });

  it('shows each step, what is exempt and why, the deadline, and what no source confirms', async () => {
    const text = await readText(await cnm.render(readExample()));
    expect(text).toContain('Billetterie HT de 2 représentations payantes 2 772,51 €');
    expect(text).toContain('Exonérée, séance scolaire 1 représentation, hors de la base');
    expect(text).toContain('Base × 3,5 %, avant arrondi 97,03785 €');
    expect(text).toContain('À déclarer au plus tard le mercredi 30 septembre 2026');
    expect(text).toContain('L’avis du CNM fait foi');
    expect(text).toContain('Non confirmé');
  });

  it.each([
    ['leaves the sale contract to its seller', undefined, 'hors de votre base 1 200,00 €'],
    ['counts it when the organisation sells', null, 'compté une fois 1 200,00 €'],
  ])('%s', async (_case, producer, sentence) => {
    const series = producer === null ? { producer } : {};
    const declaration = givenDeclaration({ performances: [givenPerformance(), free], series });
    const text = await readText(await cnm.render(declaration));
    expect(text).toContain(sentence);
    // What its seller declares is not among the figures to copy.
    expect(text.includes('Contrat de cession HT (entrée gratuite) 1 200,00 € 1 200 €')).toBe(producer === null);
  });

  it('gives to copy what owes the tax alone: an exempt session would be taxed with the others', async () => {
    const school = givenPerformance({
      id: 'school',
      startAt: '2026-06-29T12:30:00.000Z',
      endAt: null,
      overrides: { audience: 'SCHOOL' },
      ticketing: { excludingTaxesCents: 50_000, includingTaxesCents: 52_750, paidTickets: 100, freeTickets: 4 },
    });
    const declaration = givenDeclaration({
      performances: [givenPerformance(), school],
      series: { schoolSessionsExempt: true },
    });
    const text = await readText(await cnm.render(declaration));
    expect(text).toContain('Nombre de représentations 1 1 Autres représentations, hors de ces chiffres 1 1');
    expect(text).toMatch(
      /Billetterie HT 1 706,16 € 1 706 € .*Base de la taxe 1 706,16 € 1 706 € Taxe, à titre indicatif 59,72 €/,
    );
  });

  it('advises to name the artists, and asks one tax only', () => {
    const declaration = givenDeclaration({ series: { artists: null, organisms: ['CNM', 'ASTP'] } });
    expect(cnm.check(declaration, new Date(declaration.declaredAt))).toEqual([
      { organism: 'CNM', severity: 'wrong', code: 'both-taxes', field: 'series.organisms' },
      { organism: 'CNM', severity: 'warning', code: 'advised', field: 'series.artists' },
    ]);
  });
});
