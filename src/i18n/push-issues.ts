import type { ArithmeticDoubt, ArithmeticFault } from '@/domain/ticketing/check-arithmetic';

/** What can be wrong with one value that was sent. */
export const valueIssueCodes = [
  'required',
  'wrong-type',
  'wrong-format',
  'out-of-bounds',
  'unknown-field',
  'duplicate',
  'ends-before-start',
] as const;
export type ValueIssueCode = (typeof valueIssueCodes)[number];

/** Sentences by language; `{…}` is what the value had to be. */
export type PushSentence = { readonly detail: string; readonly detailEn: string };

export const valueIssueSentences: Readonly<Record<ValueIssueCode, PushSentence>> = {
  required: { detail: 'Ce champ est obligatoire.', detailEn: 'This field is required.' },
  'wrong-type': {
    detail: 'Cette valeur n’est pas du bon type (les montants et les nombres sont des entiers, jamais du texte).',
    detailEn: 'This value has the wrong type (amounts and counts are integers, never text).',
  },
  'wrong-format': {
    detail: 'Cette valeur n’a pas la forme attendue.',
    detailEn: 'This value has not the expected form.',
  },
  'out-of-bounds': { detail: 'Cette valeur sort des bornes.', detailEn: 'This value is out of bounds.' },
  'unknown-field': { detail: 'Ce champ n’existe pas.', detailEn: 'This field does not exist.' },
  duplicate: {
    detail: 'Cet identifiant est déjà pris plus haut dans la même requête.',
    detailEn: 'This identifier is already taken above in the same request.',
  },
  'ends-before-start': {
    detail: 'La fin précède le début, ou en est éloignée de plus de 31 jours.',
    detailEn: 'The end is before the start, or more than 31 days after it.',
  },
};

export const arithmeticFaultSentences: Readonly<Record<ArithmeticFault, PushSentence>> = {
  'excluding-above-including': {
    detail: 'Le montant HT dépasse le montant TTC.',
    detailEn: 'The amount excluding taxes is above the amount including taxes.',
  },
  'foreign-tax-rate': {
    detail: 'Ce taux de TVA n’existe pas en France.',
    detailEn: 'This VAT rate does not exist in France.',
  },
  'rate-mismatch': {
    detail:
      'Le montant HT ne peut pas venir de ce TTC et de ce taux, même arrondi billet par billet. Avec plusieurs taux, envoyez «\u00a0null\u00a0».',
    detailEn:
      'The amount excluding taxes cannot come from this total and this rate, even rounded ticket by ticket. With several rates, send null.',
  },
  'paid-tickets-without-revenue': {
    detail: 'Un billet payant a rapporté au moins un centime\u00a0: un billet à 0 est gratuit.',
    detailEn: 'A paid ticket brought in one cent at least: a ticket at 0 is free.',
  },
};

export const arithmeticDoubtSentences: Readonly<Record<ArithmeticDoubt, PushSentence>> = {
  'rounded-ticket-by-ticket': {
    detail:
      'Le montant HT semble arrondi billet par billet\u00a0: il est gardé, mais l’arrondi se fait une fois par représentation.',
    detailEn:
      'The amount excluding taxes looks rounded ticket by ticket: it is kept, but rounding is done once per performance.',
  },
  'revenue-without-paid-tickets': {
    detail: 'Il y a une recette sans aucun billet payant\u00a0: elle est gardée, vérifiez les nombres de billets.',
    detailEn: 'There is revenue without any paid ticket: it is kept, check the counts of tickets.',
  },
};
