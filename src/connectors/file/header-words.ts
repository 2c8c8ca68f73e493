import type { ColumnMeaning } from '@/domain/ticketing/import/mapping';

/** What the values of a column look like. `empty`: nothing in the extract. */
export type ColumnKind = 'date' | 'time' | 'number' | 'text' | 'empty';

type HeaderRule = {
  readonly meaning: ColumnMeaning;
  /** Over the plain words of the header (`toPlainWords`). */
  readonly pattern: RegExp;
  readonly kinds: readonly ColumnKind[];
  /** The best column wins a meaning; the others are ignored. */
  readonly score: number;
};

const any: readonly ColumnKind[] = ['date', 'time', 'number', 'text', 'empty'];
const figure: readonly ColumnKind[] = ['number', 'empty'];
const words: readonly ColumnKind[] = ['text', 'number', 'empty'];
const moments: readonly ColumnKind[] = ['date', 'empty'];

const show = '(?:spectacles?|evenements?|manifestations?|events?|shows?|concerts?|pieces?|oeuvres?)';
const session = '(?:seances?|representations?|sessions?|performances?|creneaux?|dates?)';
const seats = '(?:billets?|places?|entrees?|tickets?|seats?|sieges?|spectateurs?|admissions?|participants?|personnes?)';
const count = '(?:nb|nbre|nbr|nombre|quantites?|qtes?|qty|quantity|count|number of)';
const untaxed = '(?:ht|hors taxes?|excl(?:uding)? (?:tax(?:es)?|vat)|tax excluded|before tax)';
const taxed = '(?:ttc|toutes taxes(?: comprises)?|incl(?:uding)? (?:tax(?:es)?|vat)|tax included)';
const number = '(?:id|identifiant|n|no|num|numero|ref|reference|code|cle|key|number|uuid)';

/** Fees, net amounts, options, rates of filling, order dates and people: read by nobody, whatever the column holds. */
const ignoredHeaders: readonly { readonly pattern: RegExp; readonly kinds: readonly ColumnKind[] }[] = [
  {
    pattern:
      /\b(?:prenoms?|acheteurs?|clients?|participant|spectateur|beneficiaires?|e ?mails?|courriels?|mails?|tel|telephones?|mobile|portable|adresse|postal|cp|ville|pays|naissance|age|civilite|sexe|societe|contact|commentaires?|remarques?|first ?name|last ?name|full ?name|buyers?|customers?|attendee|holder|phone|zip|address|city|country|birth\w*|comments?|payeur|porteur|titulaire|operateur|vendeur|utilisateur|caissier|guichet|iban|siret|siren)\b/,
    kinds: any,
  },
  {
    pattern:
      /\b(?:commandes?|achats?|ventes?|vendu|reservations?|paiements?|reglements?|creation|cree|inscriptions?|exports?|edition|edite|impression|emission|remboursements?|annulations?|controles?|scan\w*|validation|utilisation|modification|maj|mise a jour|virement|facture|orders?|purchases?|purchased|created|paid|payments?|sales?|sold|booking|booked|refund\w*|checked|check in|updated|printed|expir\w*|ouvertures?|portes|doors)\b/,
    kinds: ['date', 'time', 'empty'],
  },
  {
    pattern:
      /^(?:date|heure|jour|date et heure|date heure)s? (?:de |d |du |de la |des )?(?:commandes?|achats?|ventes?|reservations?|paiements?|creation|export|edition|impression|remboursement|annulation|validation|inscription|fin)\b/,
    kinds: any,
  },
  { pattern: /\b(?:fin|end|ends|ended|cloture|jusqu)\b/, kinds: ['date', 'time', 'empty'] },
  {
    pattern:
      /\b(?:frais|fees?|commissions?|pourboires?|tips?|dons?|donations?|options?|supplements?|assurances?|boutique|net|nets|nettes?|revers\w*|payouts?|remises?|reductions?|discounts?|promo|avoirs?|remplissage|jauge|capacite|capacity|fill|occupancy|restant\w*|disponibles?|available|quotas?|contingent|moyen\w*|average|avg|objectif|couts?|charges?|sacem|sacd|cnm|parts?|ratio|variation|evolution|acompte|solde|rendu|encaisse par|points?|poids|duree|duration|annee|year|mois|semaine|age)\b/,
    kinds: figure,
  },
  { pattern: /\b(?:place|siege|rang|rangee|seat|row)\b(?! vendue)/, kinds: ['text', 'number'] },
];

/** By meaning: the words that the exports of ticketing software use, in French and in English. */
const headerRules: readonly HeaderRule[] = [
  rule(
    'series-name',
    `^(?:nom|titre|intitule|libelle|name|title)s? (?:du |de l |de la |de |d |of the )?${show}$`,
    any,
    100,
  ),
  rule('series-name', `^${show}$`, any, 95),
  rule('series-name', `^(?:event|show|concert) (?:name|title)$`, any, 95),
  rule(
    'series-name',
    '^(?:nom de (?:l |la )?)?(?:offre|billetterie|campagne|formulaire|production|programmation|activite)$',
    ['text'],
    80,
  ),
  rule('series-name', '^(?:titre|intitule|title)$', ['text', 'number'], 75),
  rule('series-name', `^(?:nom de la )?(?:seance|representation|session)$`, ['text'], 50),
  rule('series-name', '^(?:libelle|designation|artistes?)$', ['text'], 40),
  rule('series-name', '^(?:nom|name)$', ['text'], 20),
  rule('series-id', `^${number} (?:du |de l |de la |de |d )?${show}$|^(?:event|show) ?id$`, words, 90),
  rule(
    'performance-id',
    `^${number} (?:du |de l |de la |de |d )?(?:seance|representation|session|performance)$|^(?:session|performance) ?id$`,
    words,
    90,
  ),
  rule(
    'start-at',
    `^(?:dates?|jour|date et heure|date heure|horaire|debut)(?: de debut)? (?:du |de l |de la |de |d |des )?(?:${show}|${session})(?: debut)?$`,
    any,
    100,
  ),
  rule('start-at', `^(?:seances?|representations?|sessions?|creneau)$`, moments, 98),
  rule(
    'start-at',
    `^(?:event|show|session|performance|start|starting) (?:start )?(?:date|date time|datetime|at|date and time)$|^starts?(?: at)?$`,
    any,
    97,
  ),
  rule(
    'start-at',
    '^(?:date (?:et )?heure(?: de)?(?: debut)?|date (?:de )?debut|debut|date heure|date time|datetime|date and time)$',
    moments,
    92,
  ),
  rule('start-at', '^(?:dates?|jours?|quand|when|day)$', any, 70),
  rule('start-at', `^${session} .*|.* ${session}$`, ['date'], 40),
  rule(
    'start-time',
    '^(?:heures?|horaires?|time|hours?|heure (?:de )?(?:debut|la )?.*|horaire .*|(?:start|show|event) time|debut|start|seance|representation)$',
    ['time', 'empty'],
    90,
  ),
  rule('start-time', '^(?:heure|horaire)s?\\b.*', ['text', 'number'], 60),
  rule(
    'ticket-id',
    `^${number} (?:du |de l |de la |de |d |des )?(?:e )?(?:billets?|tickets?)$|^code ?barres?$|^barcode$|^(?:ticket|billet) (?:id|number|no|code|numero)$`,
    words,
    90,
  ),
  rule('status', '\\b(?:statuts?|etats?|status|state)\\b', ['text', 'number', 'empty'], 90),
  rule(
    'status',
    '^(?:billet )?(?:annulee?|rembourse|remboursee|paye|payee|valide|validee|regle|cancell?ed|refunded|paid|valid)s?$',
    ['text', 'empty'],
    80,
  ),
  rule(
    'kind',
    '^(?:types?|nature|famille|rubrique)(?: (?:de |d |du )?(?:produit|article|ligne|vente|operation|prestation|transaction|item|mouvement))?$',
    ['text', 'empty'],
    80,
  ),
  rule(
    'kind',
    '^(?:produits?|articles?|operation|mouvement|(?:item|product|line) ?type|items?|products?)$',
    ['text', 'empty'],
    60,
  ),
  rule(
    'tariff',
    '^(?:tarifs?|(?:nom|libelle|type|intitule|categorie)s? (?:du |de |d )?(?:tarifs?|billets?|places?|prix)|formule|price (?:category|type|name)|ticket (?:type|name|category)|tariff|rate name)$',
    ['text', 'empty'],
    90,
  ),
  rule('tariff', '^(?:billets?|tickets?|categories?|category|zones?)$', ['text'], 60),
  rule('currency', '^(?:devises?|monnaie|currency|cur)$', ['text', 'empty'], 90),
  rule(
    'tax-rate',
    '^(?:(?:taux|rate)(?: (?:de )?(?:la )?(?:tva|vat|taxe|tax))?|(?:tva|vat|tax) (?:rate|%|taux)|% (?:de )?(?:tva|vat)|% ?tva)(?: %)?$',
    words,
    95,
  ),
  rule(
    'tax-amount',
    '^(?:(?:montant|total|dont) )?(?:(?:de )?(?:la )?tva|vat|tax(?:es?)?)(?: (?:amount|montant|€|eur|collectee|a? ?\\d+(?: \\d+)? ?%))?$',
    figure,
    90,
  ),
  rule('excluding-taxes', `^(?!.*\\b(?:unitaire|unit|pu)\\b)(?:.*\\b)?${untaxed}\\b.*`, figure, 90),
  rule(
    'unit-price',
    '^(?!.*\\b(?:ht|hors taxes?)\\b).*\\b(?:unitaire|unit|pu|faciale?|face value|plein tarif|catalogue|(?:par|per|du|d un) (?:billet|place|ticket|personne|seat)(?! payant))\\b.*',
    figure,
    101,
  ),
  rule(
    'including-taxes',
    `^(?:(?:montants?|total|totaux|recettes?|ca|chiffre d affaires|prix|tarif|valeur|revenue|amount|price)\\b.* )?${taxed}(?: .*)?$`,
    figure,
    100,
  ),
  rule(
    'including-taxes',
    '^(?:recettes?(?: (?:brutes?|totales?|billetterie|billets?|€))*|chiffre d affaires|ca(?: brut| total)?|gross(?: sales| revenue| amount)?|revenues?)$',
    figure,
    92,
  ),
  rule(
    'including-taxes',
    '^(?:montants?|prix|valeur)(?: (?:total|totaux|payes?|du billet|des billets|billets?|regles?|brut|encaisses?|tarif|du tarif|de la reservation))*(?: €| eur)?$',
    figure,
    88,
  ),
  rule(
    'including-taxes',
    '^(?:(?:ticket |total )?(?:amount|price)(?: paid)?|total(?: ventes| billets €| €| eur)?|totaux|brut|sales|tarifs?|ttc|paye|encaisse)(?: €| eur)?$',
    figure,
    80,
  ),
  rule('including-taxes', '.*\\b(?:commande|order|panier|transaction)\\b.*', figure, 20),
  rule(
    'free-quantity',
    `^(?:dont )?(?:(?:${count}|total) )?(?:de |d )?(?:${seats} )?(?:exos?|exoner\\w*|gratuit\\w*|invit\\w*|offert\\w*|free|comps?|complimentary|servitudes?|detaxes?)(?: ${seats})?$`,
    figure,
    95,
  ),
  rule(
    'quantity',
    `^(?:(?:${count}|total) )?(?:de |d |des )?(?:${seats} )?(?:payante?s?|vendue?s?|sold|paid|ventes)(?: ${seats})?$`,
    figure,
    93,
  ),
  rule(
    'total-quantity',
    `^(?:total|totaux|ensemble)(?: (?:de |des |d )?${seats})+(?: emis| emises| delivres)?$|^(?:frequentation|spectateurs|attendance|admissions)(?: totales?)?$|^${seats} (?:totales?|totaux|total)$`,
    figure,
    85,
  ),
  rule('quantity', `^${count}(?: (?:de |d |des )?${seats})?(?: emis| emises)?$`, figure, 90),
  rule('quantity', `^(?:billets|places|entrees|tickets|seats|participants|personnes|qte|nb)$`, figure, 80),
];

function rule(meaning: ColumnMeaning, pattern: string, kinds: readonly ColumnKind[], score: number): HeaderRule {
  return { meaning, pattern: new RegExp(pattern), kinds, score };
}

/** `hors frais` says that fees are not in the amount: the column is then no fee. */
function withoutExclusions(plain: string): string {
  return plain
    .replace(
      /\b(?:hors|sans|excl(?:uding)?|before) (?:frais|commissions?|fees?)(?: de (?:service|gestion|location))?\b/g,
      '',
    )
    .replace(/ +/g, ' ')
    .trim();
}

export type Recognized = { readonly meaning: ColumnMeaning; readonly score: number };

/** Every meaning that a header may have with such values, the best first. Empty: ignored. */
export function recognizeHeader(plainHeader: string, kind: ColumnKind): readonly Recognized[] {
  const plain = withoutExclusions(plainHeader);
  if (
    plain === '' ||
    ignoredHeaders.some(({ pattern, kinds }) => kinds.includes(kind) && pattern.test(plain) && !isCounting(plain))
  ) {
    return isOrderTotal(plain, kind) ? [{ meaning: 'including-taxes', score: 20 }] : [];
  }
  return headerRules
    .filter(({ pattern, kinds }) => kinds.includes(kind) && pattern.test(plain))
    .map(({ meaning, score }) => ({ meaning, score }))
    .sort((a, b) => b.score - a.score);
}

/** `Nombre de places`, `Nb participants`: tickets, not a seat or a person. */
function isCounting(plain: string): boolean {
  return new RegExp(`^${count}\\b.*\\b${seats}`).test(plain) && !/\b(?:restant|disponible)/.test(plain);
}

function isOrderTotal(plain: string, kind: ColumnKind): boolean {
  return kind === 'number' && /\b(?:frais inclus|avec frais|fees included)\b/.test(plain);
}

/** How much a text looks like a column name: 2 for a known one, 1 for one that is known to be ignored, 0 for anything else. */
export function headerWeight(plain: string): number {
  if (plain === '' || plain.length > 60) return 0;
  if (headerRules.some(({ pattern, score }) => score >= 60 && pattern.test(plain))) return 2;
  return ignoredHeaders.some(({ pattern }) => pattern.test(plain)) ? 1 : 0;
}
