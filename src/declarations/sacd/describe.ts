import { sumCents } from '@/domain/money';
import { formatAmount, formatCount, formatShortDay } from '@/i18n/format';
import type { ReadableMessage } from '../organism';
import type { SacdMessage } from './message';

/** The message for the eyes: the very values of the XML, in French, with the sums that a person checks. */
export function describeSacdMessage(message: SacdMessage): ReadableMessage {
  const { organizer, producer, expenses, performances } = message;
  const { street, postalCode, city, countryCode } = organizer.address;
  return {
    sections: [
      {
        title: 'Déclaration',
        rows: [
          { label: 'Identifiant SACD', value: message.declarantId },
          { label: 'Date de la déclaration', value: toFrenchDay(message.date) },
          { label: 'Spectacle', value: performances[0]?.title ?? '' },
          { label: 'Nombre de représentations', value: formatCount(performances.length) },
        ],
      },
      {
        title: 'Organisateur',
        rows: [
          { label: 'Nom', value: organizer.name },
          { label: 'SIREN', value: organizer.siren },
          { label: 'Siège', value: `${street}, ${postalCode} ${city} (${countryCode})` },
        ],
      },
      {
        title: 'Producteur',
        rows: [
          { label: 'Nom', value: producer.name },
          { label: 'SIREN', value: producer.siren },
        ],
      },
      {
        title: 'Dépenses du spectacle',
        rows: [
          { label: 'Dépenses HT, hors frais spécifiques au cirque', value: formatAmount(expenses.spentCents) },
          { label: 'Dont frais d’approche HT', value: formatAmount(expenses.approachCents) },
        ],
      },
      {
        title: 'Représentations',
        rows: [],
        table: {
          headers: ['Date', 'Heure', 'Salle', 'Jauge', 'Billets payants', 'Billets exonérés', 'Billetterie HT', 'TVA'],
          rows: performances.map((performance) => [
            toFrenchDays(performance.startDay, performance.endDay),
            performance.startTime.replace(':', '\u00a0h\u00a0'),
            performance.venueName,
            formatCount(performance.capacity),
            formatCount(performance.paidTickets),
            formatCount(performance.freeTickets),
            formatAmount(performance.ticketingCents),
            formatAmount(performance.vatCents),
          ]),
          totals: [
            'Total',
            '',
            '',
            '',
            formatCount(sumCents(performances.map(({ paidTickets }) => paidTickets))),
            formatCount(sumCents(performances.map(({ freeTickets }) => freeTickets))),
            formatAmount(sumCents(performances.map(({ ticketingCents }) => ticketingCents))),
            formatAmount(sumCents(performances.map(({ vatCents }) => vatCents))),
          ],
        },
      },
    ],
  };
}

/** `2026/06/26` as `26/06/2026`. */
function toFrenchDay(day: string): string {
  return formatShortDay(new Date(`${day.replaceAll('/', '-')}T12:00:00Z`), 'UTC');
}

function toFrenchDays(start: string, end: string): string {
  return start === end ? toFrenchDay(start) : `${toFrenchDay(start)} – ${toFrenchDay(end)}`;
}
