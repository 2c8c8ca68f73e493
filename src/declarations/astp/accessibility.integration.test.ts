import { formatAmount } from '@/i18n/format';
import { describeTaggedPdf } from '@/testing/describe-tagged-pdf';
import { givenDeclaration } from '@/testing/given-declaration';
import { givenSeason, readExample } from '../contract';
import { astp } from '.';

const performances = givenSeason(80);

describeTaggedPdf({
  name: 'the statement for ASTP',
  renderShort: async () => (await astp.render(readExample())).bytes,
  renderLong: async () => (await astp.render(givenDeclaration({ performances }))).bytes,
  renderTitled: async (name) => (await astp.render(givenDeclaration({ series: { name } }))).bytes,
  title: 'Taxe sur les spectacles d’art dramatique, lyrique et chorégraphique – La Nuit des gardiens',
  bookmarks: ['Salle du Stiff, cas n°\u00a01', 'Calcul de la taxe'],
  headings: ['H1', 'H2', 'H2', 'H2'],
  // The header, the performances, the totals.
  table: { rows: 82, header: 'dans la base' },
  amounts: {
    after: 'dans la base',
    texts: performances.map(({ ticketing }) => formatAmount(ticketing.excludingTaxesCents)),
  },
  afterTitle: 'Base de la taxe due par votre structure',
});
