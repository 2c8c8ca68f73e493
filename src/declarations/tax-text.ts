import type { Venue } from '@/domain/declaration/neutral';
import type { TaxOnShow, TaxReason } from '@/domain/tax-on-shows';
import { isBelowYearlyThreshold, yearlyThresholdCents } from '@/domain/tax-on-shows';
import { formatAmount, formatCount, formatCounted, formatShortDay, formatSiret, formatTime } from '@/i18n/format';
import { deadlineSources } from '@/i18n/labels';
import type { StatedPerformance, TaxStatement } from './tax-statement';

/** One line of a document or of the screen. */
export type TextRow = { readonly label: string; readonly value: string };

/** Why a performance is in the base or not, in a column. */
export const taxReasonLabels: Readonly<Record<TaxReason, string>> = {
  ticketing: 'Comptée, entrée payante',
  'free-entrance': 'Entrée gratuite, contrat de cession',
  'school-session': 'Exonérée, séance scolaire',
  subsidised: 'Exonérée, structure subventionnée',
};

/** The computation, step by step: what is in the base, what is not, the exact tax, the rounded one. */
export function listTaxSteps({ computation }: TaxStatement): readonly TextRow[] {
  const counted = computation.performances.filter(({ reason }) => reason === 'ticketing');
  const { sale } = computation;
  return [
    {
      label: `Billetterie HT de ${formatCounted(counted.length, 'représentation payante', 'représentations payantes')}`,
      value: formatAmount(computation.ticketingBaseCents),
    },
    ...(sale ? [{ label: describeSale(sale), value: formatAmount(sale.baseCents) }] : []),
    ...listExempt(computation),
    { label: 'Base de la taxe due par votre structure', value: formatAmount(computation.baseCents) },
    { label: 'Base × 3,5\u00a0%, avant arrondi', value: formatExact(computation.exactThousandths) },
    { label: 'Taxe, arrondie au centime', value: formatAmount(computation.taxCents) },
  ];
}

function describeSale(sale: NonNullable<TaxOnShow['sale']>): string {
  return sale.owedBy === 'declarant'
    ? 'Contrat de cession HT (entrée gratuite), compté une fois'
    : 'Contrat de cession HT (entrée gratuite), taxe due par le vendeur\u00a0: hors de votre base';
}

function listExempt({ performances }: TaxOnShow): TextRow[] {
  return (['school-session', 'subsidised'] as const).flatMap((reason) => {
    const { length } = performances.filter((performance) => performance.reason === reason);
    return length === 0
      ? []
      : [{ label: taxReasonLabels[reason], value: `${formatCounted(length, 'représentation')}, hors de la base` }];
  });
}

/** Euros with up to five decimals: 17342990 thousandths of a cent are `173,4299 €`. */
export function formatExact(thousandths: number): string {
  const digits = String(thousandths).padStart(6, '0');
  const decimals = digits.slice(-5).replace(/0{1,3}$/, '');
  return `${formatCount(Number(digits.slice(0, -5)))},${decimals}\u00a0€`;
}

/** What an official source confirms, and what is only inferred: the reader must know which. */
export function listTaxNotes({ tax, computation, deadline }: TaxStatement): readonly TextRow[] {
  const isLow = isBelowYearlyThreshold(computation.taxCents);
  return [
    {
      label: 'Montant indicatif',
      value: `L’avis ${tax === 'CNM' ? 'du CNM' : 'de l’ASTP'} fait foi\u00a0: calculée par représentation, la taxe peut différer d’un centime.`,
    },
    { label: 'Échéance', value: `${deadlineSources[deadline.rule]}.` },
    {
      label: 'Confirmé par une source officielle',
      value:
        'Taux de 3,5\u00a0%, base hors TVA, contrat de cession dû par le vendeur quand l’entrée est gratuite, exonération des séances scolaires, jamais les deux taxes (code des impositions sur les biens et services, articles L.\u00a0452-14 à L.\u00a0452-27).',
    },
    {
      label: isLow ? 'Seuil annuel, à surveiller' : 'Seuil annuel',
      value: `La taxe n’est pas recouvrée quand son total sur l’année civile, tous spectacles réunis, est inférieur à ${formatAmount(yearlyThresholdCents)} (texte de 2003, supposé maintenu)\u00a0: déclarez dans tous les cas.`,
    },
    tax === 'CNM'
      ? {
          label: 'Non confirmé',
          value:
            'La liste exacte des champs du formulaire en ligne n’est pas publiée. Si le site n’accepte pas les centimes, reprenez la colonne en euros entiers.',
        }
      : {
          label: 'Non confirmé',
          value:
            'Les rubriques suivent le formulaire papier de l’ASTP, qui a pu changer. L’adresse du producteur est à compléter.',
        },
  ];
}

/** Columns of the table of performances, on paper and on screen. */
export const taxTableHeaders = [
  'Date',
  'Lieu',
  'Jauge',
  'Payants',
  'Gratuits',
  'Billetterie HT',
  'TVA',
  'Taxe\u00a0: dans la base\u00a0?',
] as const;

export function toTaxTableRow(performance: StatedPerformance): readonly string[] {
  const { startAt, venue, capacity, ticketing } = performance;
  return [
    `${formatShortDay(startAt)} ${formatTime(startAt)}`,
    `${venue.name}, ${venue.address.city}`,
    capacity === null ? '–' : formatCount(capacity),
    formatCount(performance.paidTickets),
    formatCount(performance.freeTickets),
    formatAmount(ticketing.excludingTaxesCents),
    formatAmount(ticketing.vatCents),
    taxReasonLabels[performance.reason],
  ];
}

/** The last row of that table. */
export function toTaxTableTotals({ totals }: TaxStatement): readonly string[] {
  return [
    'Total',
    '',
    '',
    formatCount(totals.paidTickets),
    formatCount(totals.freeTickets),
    formatAmount(totals.ticketing.excludingTaxesCents),
    formatAmount(totals.ticketing.vatCents),
    '',
  ];
}

/** Who declares, as both statements say it. */
export function listOrganizerRows({ organizer }: TaxStatement): readonly TextRow[] {
  const { street, postalCode, city } = organizer.headquarters;
  return [
    { label: 'Nom ou raison sociale', value: organizer.name },
    { label: 'SIRET', value: formatSiret(organizer.siret) },
    { label: 'Adresse', value: `${street}, ${postalCode} ${city}` },
    ...(organizer.licenceNumbers.length > 0
      ? [{ label: 'Licence d’entrepreneur de spectacles', value: organizer.licenceNumbers.join(', ') }]
      : []),
  ];
}

/** `Salle du Stiff, 1 place de l’Église, 29242 Ouessant`. */
export function formatVenue({ name, address }: Venue): string {
  return `${name}, ${address.street}, ${address.postalCode} ${address.city}`;
}
