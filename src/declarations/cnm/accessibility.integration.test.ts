import { formatAmount } from '@/i18n/format';
import { describeTaggedPdf } from '@/testing/describe-tagged-pdf';
import { givenDeclaration } from '@/testing/given-declaration';
import { givenSeason, readExample } from '../contract';
import { cnm } from '.';

const performances = givenSeason(80);

describeTaggedPdf({
  name: 'the statement for CNM',
  renderShort: async () => (await cnm.render(readExample())).bytes,
  renderLong: async () => (await cnm.render(givenDeclaration({ performances }))).bytes,
  renderTitled: async (name) => (await cnm.render(givenDeclaration({ series: { name } }))).bytes,
  title: 'Taxe sur les spectacles de variétés – La Nuit des gardiens',
  bookmarks: ['Récapitulatif'],
  headings: ['H1', 'H2', 'H2', 'H2', 'H2', 'H2'],
  // The header, the performances, the totals.
  table: { rows: 82, header: 'dans la base' },
  amounts: {
    after: 'dans la base',
    texts: performances.map(({ ticketing }) => formatAmount(ticketing.excludingTaxesCents)),
  },
  afterTitle: 'Base de la taxe due par votre structure',
});
