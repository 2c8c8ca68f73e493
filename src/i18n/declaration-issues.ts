import type { DeclarationField, DeclarationIssue, DeclarationIssueCode } from '@/domain/declaration/issue';
import { organismLabels } from './declaration-labels';

/** What a field holds, in the middle of a sentence: «il manque la jauge de la salle». */
export const fieldLabels: Readonly<Record<DeclarationField, string>> = {
  'organization.sacemId': 'le numéro de client SACEM de votre structure',
  'organization.sacdId': 'l’identifiant SACD de votre structure',
  'organization.headquarters': 'l’adresse du siège de votre structure',
  'organization.isSubsidised': 'si votre structure est publique ou subventionnée',
  'series.name': 'le titre du spectacle',
  'series.genre': 'le genre du spectacle',
  'series.producer': 'le producteur du spectacle',
  'series.venue': 'le lieu du spectacle',
  'series.venue.kind': 'le type de lieu',
  'series.capacity': 'la jauge de la salle',
  'series.audience': 'le public du spectacle',
  'series.taxRateBp': 'le taux de TVA de la billetterie',
  'series.organisms': 'les organismes auxquels déclarer',
  'series.documents': 'les documents du spectacle',
  'series.expenses.total': 'les dépenses totales',
  'series.expenses.approach': 'les frais d’approche',
  'series.expenses.circus': 'les frais spécifiques au cirque',
  'series.salePrice': 'le prix du contrat de cession (zéro s’il n’y en a pas)',
  'series.hasPrivateContract': 'si le spectacle repose sur un contrat avec un entrepreneur privé non subventionné',
  'series.schoolSessionsExempt':
    'si les représentations scolaires sont des séances éducatives d’un établissement public ou sous contrat',
  'series.artists': 'les artistes du spectacle',
  'series.author': 'l’auteur du spectacle',
  'series.director': 'le metteur en scène du spectacle',
  performances: 'les représentations',
  'performances.dates': 'les dates de la représentation',
  'performances.ticketing': 'les recettes de billetterie',
  'performances.tickets': 'le nombre de billets',
  'performances.venue': 'le lieu de la représentation',
  'performances.venue.kind': 'le type du lieu de la représentation',
  'performances.capacity': 'la jauge de la représentation',
  'performances.otherRevenue.bar': 'les recettes de consommations',
  'performances.otherRevenue.catering': 'les recettes de restauration',
  'performances.otherRevenue.programmes': 'les ventes de programmes',
  'performances.otherRevenue.other': 'les autres recettes',
};

/** Parts of the page of a show, in their order. */
export const declarationSections = [
  'Structure',
  'Informations',
  'Représentations',
  'Dépenses',
  'Documents',
  'Organismes',
] as const;
export type DeclarationSection = (typeof declarationSections)[number];

/** Where a field is typed: the title of its part of the page. */
export function toSection(field: DeclarationField): DeclarationSection {
  if (field === 'series.organisms') return 'Organismes';
  if (field === 'series.documents') return 'Documents';
  if (field.startsWith('organization.')) return 'Structure';
  if (field.startsWith('series.expenses.')) return 'Dépenses';
  return field.startsWith('performances') ? 'Représentations' : 'Informations';
}

type Sentence = (issue: Pick<DeclarationIssue, 'organism' | 'field'>) => string;

const sentences: Readonly<Record<DeclarationIssueCode, Sentence>> = {
  required: ({ field }) => `Indiquez ${fieldLabels[field]}.`,
  advised: ({ field }) => `Indiquez si possible ${fieldLabels[field]}\u00a0: le formulaire en ligne peut le demander.`,
  'no-performance': () => 'Ajoutez au moins une représentation.',
  'no-agency': ({ organism }) =>
    `Aucune délégation de la ${organismLabels[organism]} ne correspond au code postal du lieu\u00a0: vérifiez-le.`,
  'amount-one-zero': ({ field }) =>
    `Complétez ${fieldLabels[field]}\u00a0: un montant HT va avec un montant TTC, et zéro avec zéro.`,
  'including-below-excluding': ({ field }) =>
    `Vérifiez ${fieldLabels[field]}\u00a0: le montant TTC est inférieur au montant HT.`,
  'parts-exceed-total': () =>
    'Vérifiez les dépenses\u00a0: le total doit contenir les frais d’approche et les frais spécifiques au cirque.',
  'end-before-start': () => 'La représentation se termine avant d’avoir commencé\u00a0: vérifiez ses dates.',
  'performance-in-future': ({ organism }) =>
    organism === 'SACD'
      ? 'Cette représentation est encore à venir\u00a0: la SACD attend qu’elle ait eu lieu.'
      : 'Cette représentation est encore à venir\u00a0: une fois la déclaration envoyée, ses recettes ne changeront plus.',
  'title-cut': ({ organism }) =>
    `Le titre dépasse 128 caractères\u00a0: la ${organismLabels[organism]} n’en recevra que le début.`,
  'more-tickets-than-capacity': () => 'Il y a plus de billets que de places\u00a0: vérifiez les billets ou la jauge.',
  'rate-does-not-fit': () => 'Les montants HT et TTC ne correspondent pas au taux de TVA\u00a0: vérifiez-les.',
  'revenue-without-paid-ticket': () => 'Il y a une recette sans aucun billet payant\u00a0: vérifiez les billets.',
  'paid-ticket-without-revenue': () => 'Il y a des billets payants sans aucune recette\u00a0: vérifiez les billets.',
  'document-unfinished': () =>
    'Un document n’a pas fini d’être envoyé\u00a0: il ne partirait pas avec la déclaration. Attendez la fin de son envoi, ou choisissez-le de nouveau.',
  'documents-too-heavy': ({ organism }) =>
    `Les documents sont trop lourds pour les courriels à la ${organismLabels[organism]}\u00a0: retirez-en, ou réduisez-les.`,
  'nothing-corrected': () =>
    'Rien n’a changé depuis ce qui a été reçu\u00a0: corrigez ce qui doit l’être, ou renoncez à corriger.',
  'venue-abroad': () => 'Ce lieu n’est pas en France\u00a0: vérifiez que cette représentation est à déclarer ici.',
  'both-taxes': () =>
    'Une représentation ne doit jamais les deux taxes\u00a0: ne gardez que le CNM ou que l’ASTP pour ce spectacle.',
};

/** What to do about an issue, in one sentence, without naming the performance (the screen and the caller do). */
export function describeIssue(issue: Pick<DeclarationIssue, 'organism' | 'code' | 'field'>): string {
  return sentences[issue.code](issue);
}
