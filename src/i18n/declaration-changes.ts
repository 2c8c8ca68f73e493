import type { DeclaredField, DeclaredValue } from '@/domain/declaration/declared-values';
import type { Change, DeclarationDifferences, PerformanceDifference } from '@/domain/declaration/differences';
import type { Address } from '@/domain/declaration/neutral';
import { formatAmount, formatCount, formatDateTime, formatDay, formatRate, formatSiren } from './format';
import { audienceLabels, expenseLabels, genreLabels, otherRevenueLabels, venueKindLabels } from './labels';

/** One field in words: «120» becomes «118». A dash where nothing was said. */
export type ChangeLine = { readonly label: string; readonly before: string; readonly after: string };

/** What changed about one thing: the show, or a performance by its date. */
export type ChangeGroup = {
  readonly title: string;
  readonly kind: 'show' | PerformanceDifference['kind'];
  readonly lines: readonly ChangeLine[];
};

const fieldLabels: Readonly<Record<DeclaredField, string>> = {
  'organization.name': 'Nom de la structure',
  'organization.headquarters': 'Adresse du siège',
  'organization.sacemId': 'Numéro de client SACEM',
  'organization.sacdId': 'Identifiant SACD',
  'organization.isSubsidised': 'Structure subventionnée',
  'series.name': 'Titre',
  'series.producer': 'Producteur',
  'series.genre': 'Genre',
  'series.artists': 'Artistes',
  'series.author': 'Auteur',
  'series.director': 'Metteur en scène',
  'series.salePrice': 'Prix du contrat de cession',
  'series.hasPrivateContract': 'Contrat avec un entrepreneur privé non subventionné',
  'series.schoolSessionsExempt': 'Séances scolaires éducatives',
  venue: 'Lieu',
  'venue.kind': 'Type de lieu',
  capacity: 'Jauge',
  audience: 'Public',
  taxRateBp: 'Taux de TVA',
  'expenses.total': expenseLabels.total,
  'expenses.approach': expenseLabels.approach,
  'expenses.circus': expenseLabels.circus,
  'otherRevenue.bar': otherRevenueLabels.bar,
  'otherRevenue.catering': otherRevenueLabels.catering,
  'otherRevenue.programmes': otherRevenueLabels.programmes,
  'otherRevenue.other': otherRevenueLabels.other,
  startAt: 'Date et heure',
  endDay: 'Jour où elle se termine',
  excludingTaxes: 'Recettes HT',
  includingTaxes: 'Recettes TTC',
  paidTickets: 'Billets payants',
  freeTickets: 'Billets gratuits',
};

/** Differences in French words, the show first, then each performance by date. */
export function describeDifferences({ series, performances }: DeclarationDifferences): ChangeGroup[] {
  const show = series.length > 0 ? [{ title: 'Spectacle', kind: 'show', lines: series.map(toLine) } as const] : [];
  return [
    ...show,
    ...performances.map(({ kind, startAt, changes }) => ({
      title: `Représentation du ${formatDateTime(new Date(startAt))}`,
      kind,
      lines: changes.map(toLine),
    })),
  ];
}

/** The same as lines of plain text, for a mail or a letter. Past `limit` groups, how many are left. */
export function writeDifferences(groups: readonly ChangeGroup[], limit: number): string[] {
  const lines = groups.slice(0, limit).flatMap((group) => [writeTitle(group), ...group.lines.map(writeLine(group))]);
  const left = groups.length - limit;
  if (left <= 0) return lines;
  return [...lines, left === 1 ? 'Et une autre, dans l’état joint.' : `Et ${left} autres, dans l’état joint.`];
}

function writeTitle({ title, kind }: ChangeGroup): string {
  const suffixes = { show: '', changed: '', added: ' (ajoutée)', removed: ' (retirée)' } as const;
  return `${title}${suffixes[kind]}\u00a0:`;
}

function writeLine({ kind }: ChangeGroup): (line: ChangeLine) => string {
  return ({ label, before, after }) => {
    if (kind === 'added') return `- ${label}\u00a0: ${after}`;
    if (kind === 'removed') return `- ${label}, déclaré\u00a0: ${before}`;
    return `- ${label}\u00a0: ${before} devient ${after}`;
  };
}

function toLine({ field, before, after }: Change): ChangeLine {
  return { label: fieldLabels[field], before: writeValue(before), after: writeValue(after) };
}

function writeValue(value: DeclaredValue | null): string {
  switch (value?.kind) {
    case undefined:
      return '–';
    case 'text':
      return value.text;
    case 'count':
      return formatCount(value.count);
    case 'cents':
      return formatAmount(value.cents);
    case 'pair':
      return `${formatAmount(value.pair.excludingTaxesCents)} HT, ${formatAmount(value.pair.includingTaxesCents)} TTC`;
    case 'rate':
      return formatRate(value.rateBp);
    case 'instant':
      return formatDateTime(new Date(value.at));
    case 'day':
      return formatDay(new Date(value.day));
    case 'answer':
      return value.answer ? 'Oui' : 'Non';
    case 'genre':
      return genreLabels[value.genre];
    case 'audience':
      return audienceLabels[value.audience];
    case 'venue':
      return `${value.venue.name}, ${writeAddress(value.venue.address)}`;
    case 'venueKind':
      return venueKindLabels[value.venueKind];
    case 'address':
      return writeAddress(value.address);
    case 'producer':
      return `${value.producer.name} (SIREN ${formatSiren(value.producer.siren)})`;
  }
}

function writeAddress({ street, postalCode, city }: Address): string {
  return `${street}, ${postalCode} ${city}`;
}
