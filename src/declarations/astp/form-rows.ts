import { formatAmount, formatCount, formatSiren, formatShortDay } from '@/i18n/format';
import type { TaxStatement } from '../tax-statement';
import { formatVenue, type TextRow } from '../tax-text';
import type { AstpForm } from './statement-data';

/** The case that the paper form has ticked. */
export const astpCases = {
  1: 'Cas n°\u00a01\u00a0: spectacle avec droits d’entrée',
  2: 'Cas n°\u00a02\u00a0: spectacle sans droits d’entrée',
} as const;

/** Headings of the paper form that describe the show at one place. */
export function listAstpShowRows(form: AstpForm, { series }: TaxStatement): readonly TextRow[] {
  const { performances } = form;
  const last = performances.at(-1) ?? performances[0];
  return [
    { label: 'Titre du spectacle', value: series.name },
    { label: 'Lieu', value: formatVenue(form.venue) },
    { label: 'Du', value: formatShortDay(performances[0].startAt) },
    { label: 'Au', value: formatShortDay(last.startAt) },
    { label: 'Nombre de représentations', value: formatCount(performances.length) },
  ];
}

/** Figures of the case. */
export function listAstpFigures(form: AstpForm): readonly TextRow[] {
  if (form.kind === 1) {
    return [
      { label: 'Nombre de billets vendus', value: formatCount(form.paidTickets) },
      { label: 'Montant HT de la billetterie', value: formatAmount(form.ticketingCents) },
    ];
  }
  return [
    {
      label: 'Montant HT du contrat de cession',
      value:
        form.saleCents === null ? 'porté sur le premier formulaire sans droits d’entrée' : formatAmount(form.saleCents),
    },
  ];
}

/** Producer, promoter or company: its address is not known here. */
export function listAstpProducerRows({ series: { producer } }: TaxStatement): readonly TextRow[] {
  if (!producer) return [];
  return [
    { label: 'Producteur, tourneur ou compagnie', value: producer.name },
    { label: 'SIREN du producteur', value: formatSiren(producer.siren) },
    { label: 'Adresse du producteur', value: 'à compléter' },
  ];
}
