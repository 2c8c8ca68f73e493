import { expect, it } from '@jest/globals';
import { getDocumentProxy } from 'unpdf';
import { formatDecimal } from '@/i18n/format';
import { describeTaggedPdf } from '@/testing/describe-tagged-pdf';
import { givenDeclaration } from '@/testing/given-declaration';
import { findByRole, readTree } from '@/testing/read-tagged-pdf';
import { givenSeason, readExample } from '../contract';
import { sacem } from '.';

const performances = givenSeason(80);

describeTaggedPdf({
  name: 'the statement for SACEM',
  renderShort: async () => (await sacem.render(readExample())).bytes,
  renderLong: async () => (await sacem.render(givenDeclaration({ performances }))).bytes,
  renderTitled: async (name) => (await sacem.render(givenDeclaration({ series: { name } }))).bytes,
  title: 'État des recettes et des dépenses – La Nuit des gardiens',
  bookmarks: ['Totaux', 'Détail des représentations'],
  headings: ['H1', 'H2', 'H2', 'H2', 'H2', 'H2'],
  // The header, the performances, the totals.
  table: { rows: 82, header: 'Entrées payantes' },
  amounts: {
    after: 'Billetterie TTC',
    texts: performances.map(({ ticketing }) => formatDecimal(ticketing.excludingTaxesCents)),
  },
  afterTitle: 'Total des recettes',
});

it('has a list of the documents joined to the statement', async () => {
  const pdf = await getDocumentProxy((await sacem.render(readExample())).bytes.slice());
  expect(findByRole(await readTree(await pdf.getPage(1)), 'L')).toHaveLength(1);
});
