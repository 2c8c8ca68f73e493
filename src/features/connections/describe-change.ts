import { formatAmount, formatCount, formatCounted, formatDateTime, formatRate } from '@/i18n/format';
import type { ChangeView } from '@/server/ticketing/list-changes.schema';

/** One change in words, to be read after the name of its show. */
export function describeChange({ kind, startAt, startAtBefore, performances, before, after }: ChangeView): string {
  const start = startAt === null ? '' : formatDateTime(new Date(startAt));
  switch (kind) {
    case 'new-series':
      return `nouveau spectacle, ${formatCounted(performances ?? 0, 'représentation')}`;
    case 'new-performance':
      return `nouvelle représentation, ${start}`;
    case 'moved':
      return `représentation du ${startAtBefore === null ? '' : formatDateTime(new Date(startAtBefore))} déplacée au ${start}`;
    case 'gone':
      return `représentation du ${start} disparue de la billetterie`;
    case 'returned':
      return `représentation du ${start} de retour dans la billetterie`;
    case 'changed-figures':
      return `${start}\u00a0: ${before && after ? describeFigures(before, after) : 'chiffres changés'}`;
  }
}

type Figures = NonNullable<ChangeView['before']>;

/** «11 billets payants au lieu de 10, 116,05 € TTC au lieu de 105,50 €»: only what differs. */
function describeFigures(before: Figures, after: Figures): string {
  const tickets = (key: 'paidTickets' | 'freeTickets', noun: string, plural: string) =>
    before[key] !== after[key] && `${formatCounted(after[key], noun, plural)} au lieu de ${formatCount(before[key])}`;
  const cents = (key: 'includingTaxesCents' | 'excludingTaxesCents', word: string) =>
    before[key] !== after[key] && `${formatAmount(after[key])} ${word} au lieu de ${formatAmount(before[key])}`;
  const differences = [
    tickets('paidTickets', 'billet payant', 'billets payants'),
    tickets('freeTickets', 'billet gratuit', 'billets gratuits'),
    cents('includingTaxesCents', 'TTC'),
    before.includingTaxesCents === after.includingTaxesCents && cents('excludingTaxesCents', 'HT'),
    before.taxRateBp !== after.taxRateBp && `TVA ${toRate(after.taxRateBp)}, avant ${toRate(before.taxRateBp)}`,
  ].filter((difference) => difference !== false);
  return differences.join(', ');
}

function toRate(taxRateBp: number | null): string {
  return taxRateBp === null ? 'à plusieurs taux ou inconnue' : formatRate(taxRateBp);
}
