import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { formatAmount } from '@/i18n/format';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import { describeOrganism, readExample } from '../contract';
import type { RenderedDocument } from '../organism';
import { astp } from '.';

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
  module: astp,
  readText,
  writeAmount: formatAmount,
  hasAgencies: false,
  dueAt: '2026-09-30T21:59:59.999Z',
  required: [
    { field: 'organization.headquarters', without: { organization: { headquarters: null } } },
    { field: 'series.producer', without: { series: { producer: null } } },
    { field: 'series.venue', without: { series: { venue: null } } },
    { field: 'organization.isSubsidised', without: { organization: { isSubsidised: null } } },
    {
      field: 'series.hasPrivateContract',
      without: { organization: { isSubsidised: true }, series: { hasPrivateContract: null } },
    },
    {
      field: 'series.schoolSessionsExempt',
      without: { performances: [school], series: { schoolSessionsExempt: null } },
    },
    { field: 'series.salePrice', without: { performances: [free], series: { salePrice: null } } },
    { field: 'performances', without: { performances: [] } },
  ],
});

const place = { street: '1 rue du Port', postalCode: '29200', city: 'Brest', countryCode: 'FR' };

describe('the statement for ASTP', () => {
  it('has the headings of the paper form', async () => {
    const [form = '', detail = ''] = await readPages(await astp.render(readExample()));
    expect(form).toContain(
      'Titre du spectacle La Nuit des gardiens Lieu Salle du Stiff, 1 place de l’Église, 29242 Ouessant',
    );
    expect(form).toContain('Du 26/06/2026 Au 27/06/2026 Nombre de représentations 2');
    expect(form).toContain('Cas n° 1 : spectacle avec droits d’entrée Rubrique Valeur Nombre de billets vendus 195');
    expect(form).toContain('Montant HT de la billetterie 2 772,51 €');
    expect(form).toContain('Compagnie des Embruns SIREN du producteur 443 061 841');
    expect(form).toContain('Fait à Ouessant, le lundi 6 juillet 2026 Nolwenn Cadiou');
    expect(detail).toContain('Taxe, arrondie au centime 97,04 €');
    expect(detail).toContain('L’avis de l’ASTP fait foi');
  });

  it('has one form per place and case, the sale contract on the first free one only', async () => {
    const overrides = { venue: { name: 'Le Quartz', address: place } };
    const performances = [
      givenPerformance(),
      free,
      givenPerformance({ id: 'brest', startAt: '2026-06-29T18:30:00.000Z', endAt: null, overrides }),
      { ...free, id: 'free-brest', startAt: '2026-06-30T18:30:00.000Z', overrides },
    ];
    const series = { producer: { name: 'Association Le Phare d’Ouessant', siren: '552100554' } };
    const pages = await readPages(await astp.render(givenDeclaration({ performances, series })));
    const cases = pages.slice(0, 4).map((page) => [/Cas n° \d/.exec(page)?.[0], page.includes('Le Quartz')]);
    expect(cases).toEqual([
      ['Cas n° 1', false],
      ['Cas n° 2', false],
      ['Cas n° 1', true],
      ['Cas n° 2', true],
    ]);
    expect(pages[1]).toContain('Montant HT du contrat de cession 1 200,00 €');
    expect(pages[3]).toContain('porté sur le premier formulaire sans droits d’entrée');
    const titles = astp.describe(givenDeclaration({ performances, series })).sections.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Formulaire'))).toEqual(
      [1, 2, 3, 4].map((number) => `Formulaire ${number} sur 4`),
    );
  });

  it('has no form for free performances whose tax the seller owes, and says so', async () => {
    const declaration = givenDeclaration({ performances: [givenPerformance(), free] });
    const pages = await readPages(await astp.render(declaration));
    expect(pages.filter((page) => page.includes('Cas n° 2'))).toEqual([]);
    expect(pages.join(' ')).toContain('taxe due par le vendeur : hors de votre base 1 200,00 €');
  });

  it('has no form when everything is exempt, and says why', async () => {
    const declaration = givenDeclaration({ organization: { isSubsidised: true } });
    const [page = ''] = await readPages(await astp.render(declaration));
    expect(page).toContain('Exonérée, structure subventionnée 1 représentation, hors de la base');
    expect(page).toContain('Taxe, arrondie au centime 0,00 €');
  });
});
