import { toTotal } from '@/domain/declaration/totals';
import { sumCents } from '@/domain/money';
import { toWholeEuros, toWholeEurosPair } from '@/domain/whole-euros';
import { formatAmount, formatCount, formatDayRange } from '@/i18n/format';
import { genreLabels } from '@/i18n/labels';
import { listOwed, listVenues, type TaxStatement } from '../tax-statement';
import { formatVenue, type TextRow } from '../tax-text';

/** A figure of the form, to the cent, and in whole euros for the day when the site takes no decimals. */
export type CnmFigure = { readonly label: string; readonly exact: string; readonly wholeEuros: string };

/**
 * Figures in the order of what the online form needs, those that owe the tax alone: an exempt performance would be taxed with the
 * others, and a sale contract with its seller's. VAT in whole euros is rounded TTC − rounded HT, so that the three agree.
 */
export function listCnmFigures(statement: TaxStatement): readonly CnmFigure[] {
  const { computation, performances } = statement;
  const owed = listOwed(statement);
  const others = performances.length - owed.length;
  const ticketing = toTotal(owed.map((performance) => performance.ticketing));
  const { sale } = computation;
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
    count('Nombre de représentations', owed.length),
    ...(others > 0 ? [count('Autres représentations, hors de ces chiffres', others)] : []),
    count('Billets payants', sumCents(owed.map(({ paidTickets }) => paidTickets))),
    count('Billets gratuits', sumCents(owed.map(({ freeTickets }) => freeTickets))),
    amount('Billetterie HT', ticketing.excludingTaxesCents, whole.excludingTaxes),
    amount('TVA', ticketing.vatCents, whole.vat),
    amount('Billetterie TTC', ticketing.includingTaxesCents, whole.includingTaxes),
    ...(sale?.owedBy === 'declarant' ? [amount('Contrat de cession HT (entrée gratuite)', sale.baseCents)] : []),
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
