import type { Draft } from '@/domain/declaration/draft';
import type { DeclarationField } from '@/domain/declaration/issue';
import type { Audience, Genre } from '@/domain/genre';
import { fieldLabels } from '@/i18n/declaration-issues';
import { formatAmount, formatCount, formatDate, formatDateTime, formatRate } from '@/i18n/format';
import { audienceLabels, genreLabels } from '@/i18n/labels';
import { type FieldPath, type FieldValue, findPerformance, toTarget } from '../store/field-path';

/** Field of the list of what is missing that a path belongs to. */
export function toDeclarationField(path: FieldPath): DeclarationField {
  const target = toTarget(path);
  if (target.room === 'organization') return `organization.${target.key}`;
  if (target.room === 'series') return `series.${target.key}`;
  if (target.room === 'expenses') return `series.expenses.${target.key}`;
  if (target.room === 'absence') return 'performances.dates';
  if (target.room === 'otherRevenue') return `performances.otherRevenue.${target.key}`;
  if (target.room === 'overrides') {
    if (target.key === 'venue') return 'performances.venue';
    if (target.key === 'capacity') return 'performances.capacity';
    return target.key === 'audience' ? 'series.audience' : 'series.taxRateBp';
  }
  return target.key === 'amounts' || target.key === 'taxRateBp' ? 'performances.ticketing' : 'performances.tickets';
}

/** A field in the middle of a sentence: «la jauge de la salle», «les recettes de billetterie du vendredi 26 juin 2026». */
export function describeField(draft: Draft, path: FieldPath): string {
  const label = fieldLabels[toDeclarationField(path)];
  const target = toTarget(path);
  const performance = 'id' in target ? findPerformance(draft, target.id) : undefined;
  return performance ? `${label} (${formatDate(new Date(performance.startAt))})` : label;
}

/** A value in words, for the choice between two. */
export function describeValue(path: FieldPath, value: FieldValue): string {
  const target = toTarget(path);
  if (value === null) return target.room === 'corrected' ? 'comme la billetterie' : 'rien';
  if (typeof value === 'boolean') return describeAnswer(target.room === 'absence', value);
  if (typeof value === 'number') return target.key === 'taxRateBp' ? formatRate(value) : formatCount(value);
  if (typeof value === 'string') {
    if (target.key === 'genre') return genreLabels[value as Genre];
    return target.key === 'audience' ? audienceLabels[value as Audience] : value;
  }
  if ('includingTaxesCents' in value)
    return `${formatAmount(value.excludingTaxesCents)} HT, ${formatAmount(value.includingTaxesCents)} TTC`;
  return 'siren' in value ? value.name : `${value.name}, ${value.address.city}`;
}

function describeAnswer(isAboutAbsence: boolean, value: boolean): string {
  if (isAboutAbsence) return value ? 'gardée dans la déclaration' : 'laissée de côté';
  return value ? 'oui' : 'non';
}

/** A performance by its date, or nothing when it has left the draft. */
export function describePerformance(draft: Draft, id: string): string {
  const performance = findPerformance(draft, id);
  return performance ? formatDateTime(new Date(performance.startAt)) : '';
}
