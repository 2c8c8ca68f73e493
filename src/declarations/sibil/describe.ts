import { quarterDeadline, toQuarter } from '@/domain/quarter';
import { sumCents } from '@/domain/money';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { formatAmount, formatCount, formatDate, formatShortDay, formatTime } from '@/i18n/format';
import { deadlineSources, genreLabels, venueKindLabels } from '@/i18n/labels';
import { requireValue } from '../complete';
import type { ReadableMessage } from '../organism';
import { listSibilRows, type SibilRow } from './rows';

/** The lines of the file for the eyes, with the sums that a person checks and what no source confirms. */
export function describeSibil(declaration: NeutralDeclaration): ReadableMessage {
  const { organization, series } = declaration;
  const rows = listSibilRows([declaration], null);
  const last = requireValue(rows.at(-1), 'performances');
  const { dueAt, rule } = quarterDeadline(toQuarter(last.startAt));
  const sum = (pick: (row: SibilRow) => number) => sumCents(rows.map(pick));
  return {
    sections: [
      {
        title: 'Structure',
        rows: [
          { label: 'Nom', value: organization.name },
          { label: 'SIRET', value: organization.siret },
          ...(organization.licenceNumbers.length > 0
            ? [{ label: 'Licence', value: organization.licenceNumbers.join(', ') }]
            : []),
        ],
      },
      {
        title: 'Spectacle',
        rows: [
          { label: 'Titre', value: series.name },
          { label: 'Domaine', value: genreLabels[last.genre] },
          ...[
            { label: 'Artistes', value: series.artists },
            { label: 'Auteur', value: series.author },
            { label: 'Metteur en scène', value: series.director },
          ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
        ],
      },
      {
        title: 'Représentations',
        rows: [],
        table: {
          headers: [
            'Date',
            'Lieu',
            'Type de lieu',
            'Jauge',
            'Jeune public',
            'Billets',
            'Dont exonérés',
            'Recette TTC',
            'Prix moyen',
          ],
          rows: rows.map((row) => [
            `${formatShortDay(row.startAt)} ${formatTime(row.startAt)}`,
            `${row.venue.name}, ${row.venue.address.city}`,
            row.venue.kind ? venueKindLabels[row.venue.kind] : '',
            formatCount(row.capacity),
            row.isForYoung ? 'Oui' : 'Non',
            formatCount(row.tickets),
            formatCount(row.freeTickets),
            formatAmount(row.revenueCents),
            row.averageCents === null ? '–' : formatAmount(row.averageCents),
          ]),
          totals: [
            'Total',
            '',
            '',
            '',
            '',
            formatCount(sum(({ tickets }) => tickets)),
            formatCount(sum(({ freeTickets }) => freeTickets)),
            formatAmount(sum(({ revenueCents }) => revenueCents)),
            '',
          ],
        },
      },
      {
        title: 'Échéance',
        rows: [
          { label: 'À transmettre au plus tard le', value: formatDate(dueAt) },
          { label: 'D’où vient cette date', value: deadlineSources[rule] },
        ],
      },
      {
        title: 'À savoir',
        rows: [
          {
            label: 'Confirmé par une source officielle',
            value:
              'L’obligation de transmettre chaque représentation, par trimestre (loi n°\u00a02016-925, article 48\u00a0; décret n°\u00a02017-926).',
          },
          {
            label: 'Non confirmé',
            value:
              'Les colonnes reprennent les noms de champs connus de SIBIL\u00a0; celles de son import ne sont pas publiées. La recette TTC est admise selon des sources professionnelles. Vérifiez le domaine et le lieu sur le portail.',
          },
        ],
      },
    ],
  };
}
