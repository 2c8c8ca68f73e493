import type { ColumnMeaning } from '@/domain/ticketing/import/mapping';

/** What each meaning of a column is called, in the order of the list. */
export const meaningLabels: Readonly<Record<ColumnMeaning, string>> = {
  ignored: 'Ne pas lire',
  'series-name': 'Nom du spectacle',
  'series-id': 'Numéro du spectacle',
  'performance-id': 'Numéro de la représentation',
  'start-at': 'Date de la représentation (avec ou sans heure)',
  'start-time': 'Heure de la représentation',
  tariff: 'Tarif',
  kind: 'Nature de la vente (billet, don, boutique…)',
  status: 'État du billet (valide, annulé, remboursé…)',
  'ticket-id': 'Numéro du billet',
  quantity: 'Nombre de billets, sans les gratuits d’une autre colonne',
  'total-quantity': 'Nombre de billets, gratuits compris',
  'free-quantity': 'Nombre de billets gratuits',
  'including-taxes': 'Recette TTC de la ligne',
  'excluding-taxes': 'Recette HT de la ligne',
  'tax-amount': 'Montant de TVA',
  'unit-price': 'Prix d’un billet, TTC',
  'tax-rate': 'Taux de TVA',
  currency: 'Monnaie',
};
