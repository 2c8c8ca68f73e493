import { toWholeEuros, toWholeEurosPair } from '@/domain/whole-euros';
import { formatAmount, formatCount, formatDayRange } from '@/i18n/format';
import { genreLabels } from '@/i18n/labels';
import { listVenues, type TaxStatement } from '../tax-statement';
import { formatVenue, type TextRow } from '../tax-text';

/** A figure of the form, to the cent, and in whole euros for the day when the site takes no decimals. */
export type CnmFigure = { readonly label: string; readonly exact: string; readonly wholeEuros: string };

/** Figures in the order of what the online form needs. VAT in whole euros is rounded TTC − rounded HT, so that the three agree. */
export function listCnmFigures({ totals, computation, performances, series }: TaxStatement): readonly CnmFigure[] {
  const { ticketing } = totals;
  const whole = toWholeEurosPair(ticketing);
  const count = (label: string, value: number) => ({
    label,
    exact: formatCount(value),
    wholeEuros: formatCount(value),
  });
  const amount = (label: string, cents: number, euros = toWholeEuros(cents)) => ({
    label,
    exact: formatAmount(cents),
    wholeEuros: `${formatCount(euros)}\u00a0€`,
  });
  return [
    count('Nombre de représentations', performances.length),
    count('Billets payants', totals.paidTickets),
    count('Billets gratuits', totals.freeTickets),
    amount('Billetterie HT', ticketing.excludingTaxesCents, whole.excludingTaxes),
    amount('TVA', ticketing.vatCents, whole.vat),
    amount('Billetterie TTC', ticketing.includingTaxesCents, whole.includingTaxes),
    ...(computation.sale && series.salePrice
      ? [amount('Contrat de cession HT (entrée gratuite)', series.salePrice.excludingTaxesCents)]
      : []),
    amount('Base de la taxe', computation.baseCents),
    amount('Taxe, à titre indicatif', computation.taxCents),
  ];
}

/** What describes the show, in the order of the form. */
export function listCnmShowRows({ series, performances, firstStartAt, lastStartAt }: TaxStatement): readonly TextRow[] {
  const venues = listVenues(performances);
  return [
    { label: 'Titre', value: series.name },
    ...(series.artists === null ? [] : [{ label: 'Artistes', value: series.artists }]),
    ...(series.genre === null ? [] : [{ label: 'Genre', value: genreLabels[series.genre] }]),
    { label: venues.length > 1 ? 'Lieux' : 'Lieu', value: venues.map(formatVenue).join('\u00a0; ') },
    { label: 'Dates', value: formatDayRange(firstStartAt, lastStartAt) },
    ...(series.producer
      ? [{ label: 'Producteur', value: `${series.producer.name} (SIREN ${series.producer.siren})` }]
      : []),
  ];
}
