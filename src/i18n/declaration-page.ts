import { noBreakSpace } from './format';

/** Why a typed text is not a value, and what to type. Keys: the codes of the page of a show. */
export const inputFaults = {
  'not-an-amount': `Saisissez un montant en euros, par exemple 1${noBreakSpace}234,56.`,
  'too-many-decimals': 'Saisissez deux décimales au plus.',
  negative: 'Saisissez un montant positif.',
  'too-large': `Ce montant dépasse 99${noBreakSpace}999${noBreakSpace}999,99${noBreakSpace}€${noBreakSpace}: vérifiez-le.`,
  'amount-one-zero': 'Un montant HT va avec un montant TTC, et zéro avec zéro.',
  'including-below-excluding': 'Le TTC est inférieur au HT.',
  'half-pair': 'Saisissez le HT et le TTC.',
  'not-a-count': 'Saisissez un nombre entier.',
  'too-many': `Ce nombre dépasse un million${noBreakSpace}: vérifiez-le.`,
  'not-digits': 'Saisissez 1 à 10 chiffres.',
  'too-long': 'Saisissez 200 caractères au plus.',
} as const;

/** Columns and labels of a performance's figures. */
export const figureLabels = {
  freeTickets: 'Billets gratuits',
  paidTickets: 'Billets payants',
  excluding: 'Recette HT',
  including: 'Recette TTC',
  vat: 'TVA',
} as const;
