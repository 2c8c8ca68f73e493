import { otherRevenueKinds } from '@/domain/declaration/bounds';
import type { Total } from '@/domain/declaration/totals';
import { describeCorrection } from '@/i18n/corrections';
import { formatAmount, formatCount, formatDate, formatDateTime, formatDayRange } from '@/i18n/format';
import { audienceLabels, expenseLabels, genreLabels, otherRevenueLabels } from '@/i18n/labels';
import type { ReadableMessage } from '../organism';
import { describeShare, describeSharedExpenses } from './share';
import type { SacemStatement } from './statement-data';

/** The statement for the eyes: the figures of the PDF, section by section. */
export function describeStatement(statement: SacemStatement): ReadableMessage {
  const { organizer, producer, totals, expenses, performances } = statement;
  const toAmounts = (total: Total) => [
    formatAmount(total.excludingTaxesCents),
    formatAmount(total.vatCents),
    formatAmount(total.includingTaxesCents),
  ];
  return {
    sections: [
      {
        title: 'Organisateur',
        rows: [
          { label: 'Nom', value: organizer.name },
          { label: 'Numéro de client SACEM', value: organizer.sacemId },
          { label: 'SIRET du siège', value: organizer.siret },
        ],
      },
      {
        title: 'Spectacle',
        rows: [
          ...(statement.correction ? [{ label: 'Objet', value: describeCorrection(statement.correction) }] : []),
          { label: 'Titre', value: statement.title },
          { label: 'Genre', value: genreLabels[statement.genre] },
          { label: 'Dates', value: formatDayRange(statement.firstStartAt, statement.lastStartAt) },
          { label: 'Nombre de représentations', value: formatCount(performances.length) },
          ...(producer ? [{ label: 'Producteur', value: `${producer.name} (SIREN ${producer.siren})` }] : []),
          ...(statement.share ? [{ label: 'Portée', value: describeShare(statement) }] : []),
          { label: 'Date de la déclaration', value: formatDate(statement.declaredAt) },
        ],
      },
      {
        title: 'Recettes',
        rows: [],
        table: {
          headers: ['Origine', 'HT', 'TVA', 'TTC'],
          rows: [
            ['Entrées', ...toAmounts(totals.ticketing)],
            ...otherRevenueKinds.map((kind) => [otherRevenueLabels[kind], ...toAmounts(totals.otherRevenue[kind])]),
          ],
          totals: ['Total', ...toAmounts(totals.revenue)],
        },
      },
      {
        title: 'Dépenses',
        rows: statement.share ? [{ label: 'Portée', value: describeSharedExpenses(statement.share) }] : [],
        table: {
          headers: ['Nature', 'HT', 'TVA', 'TTC'],
          rows: [
            [expenseLabels.total, ...toAmounts(expenses.total)],
            [`dont ${expenseLabels.approach.toLowerCase()}`, ...toAmounts(expenses.approach)],
          ],
        },
      },
      {
        title: 'Représentations',
        rows: [],
        table: {
          headers: [
            'Date',
            'Lieu',
            'Public',
            'Jauge',
            'Payantes',
            'Gratuites',
            'Billetterie HT',
            'TVA',
            'Billetterie TTC',
            'Hors billetterie HT',
            'Hors billetterie TTC',
          ],
          rows: performances.map((performance) => [
            formatDateTime(performance.startAt),
            `${performance.venue.name}, ${performance.venue.address.city}`,
            audienceLabels[performance.audience],
            formatCount(performance.capacity),
            formatCount(performance.paidTickets),
            formatCount(performance.freeTickets),
            ...toAmounts(performance.ticketing),
            formatAmount(performance.sideTotal.excludingTaxesCents),
            formatAmount(performance.sideTotal.includingTaxesCents),
          ]),
          totals: [
            'Total',
            '',
            '',
            '',
            formatCount(totals.paidTickets),
            formatCount(totals.freeTickets),
            ...toAmounts(totals.ticketing),
            formatAmount(totals.side.excludingTaxesCents),
            formatAmount(totals.side.includingTaxesCents),
          ],
        },
      },
    ],
  };
}
