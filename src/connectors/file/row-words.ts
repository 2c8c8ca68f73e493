import { toPlainWords } from './plain-words';

/** What a status says of a row that is not a refund. `unknown` is neither counted nor forgotten: the row is reported. */
export type StatusVerdict = 'counts' | 'left-out' | 'unknown';

const settled = /\b(?:payee?s?|paid|reglee?s?|confirm\w*|validee?s?)\b/;
const negated =
  /\b(?:non|not|pas|jamais|un) ?(?:encore )?(?:payee?s?|reglee?s?|validee?s?|confirmee?s?|paid|encaissee?s?|finalisee?s?|aboutie?s?)\b|\b(?:unpaid|impayee?s?|unconfirmed)\b/;
const harmless = /\b(?:non|pas|not|jamais) (?:rembours\w*|annul\w*|refund\w*|cancel\w*)\b/;
const leftOut =
  /\b(?:annul\w*|cancel\w*|rembours(?:e|ee|es|ees|ement|ements)|refund\w*|option|options|attente|pending|awaiting|waiting|supprim\w*|deleted?|removed|refus\w*|rejet\w*|reject\w*|denied|echou\w*|echec|failed|expir\w*|abandon\w*|brouillon|draft|invalid\w*|a payer|a regler|voided?|chargeback|litige|conteste\w*|incomplet\w*|disputed|panier|cart|revendu\w*|resold|bloque\w*)\b/;
const reserved = /\b(?:reserve\w*|reservations?|booked|booking)\b/;
const partly = /\bpartiel\w*|\bpartial\w*/;
const counted =
  /\b(?:payee?s?|paid|regle\w*|vendu\w*|sold|valide\w*|valid|validated|valable\w*|confirm\w*|complete\w*|termine\w*|succes\w*|success\w*|succeeded|ok|actif|active|actifs|emis\w*|edite\w*|imprim\w*|printed|issued|scan\w*|control\w*|utilis\w*|used|checked|present\w*|absent\w*|envoye\w*|sent|gratuit\w*|free|invit\w*|offert\w*|exoner\w*|encaiss\w*|accept\w*|approved|approuv\w*|autoris\w*|authori[sz]ed|processed|traite\w*|captured|normal\w*|ventes?|sale|billet|done|finalis\w*|settled|enregistr\w*|telecharg\w*|retir\w*|distribu\w*|nouveau|new|en cours de validite)\b/;
const yes = /^(?:oui|yes|y|o|1|vrai|true|x)$/;
const no = /^(?:non|no|n|0|faux|false)$/;

/**
 * Reads one status cell under its header. Nothing written says nothing: it counts. In the exports of the pass Culture, «remboursé»
 * says that the venue was paid back, and counts.
 */
export function judgeStatus(header: string, status: string, isPassCulture: boolean): StatusVerdict {
  const [question, answer] = [toPlainWords(header), toPlainWords(status)];
  if (answer === '') return 'counts';
  if (yes.test(answer) || no.test(answer)) return judgeAnswer(question, yes.test(answer));
  if (isPassCulture && /^(?:rembours|en cours de rembours)/.test(answer)) return 'counts';
  if (harmless.test(answer)) return 'counts';
  if (negated.test(answer)) return 'left-out';
  if (partly.test(answer)) return 'unknown';
  if (leftOut.test(answer)) return 'left-out';
  if (reserved.test(answer)) return settled.test(answer) ? 'counts' : 'left-out';
  return counted.test(answer) ? 'counts' : 'unknown';
}

/** «Annulé : oui», «Payé : non». */
function judgeAnswer(question: string, isYes: boolean): StatusVerdict {
  if (/annul|rembours|cancel|refund|supprim|invalid/.test(question)) return isYes ? 'left-out' : 'counts';
  if (/paye|paid|regle|valid|confirm|actif|active/.test(question)) return isYes ? 'counts' : 'left-out';
  return 'unknown';
}

const otherKinds =
  /^(?:dons?|donations?|pourboires?|tips?|frais|fees?|commissions?|boutique|articles?|produits? derives?|merch\w*|goodies|boissons?|bar|consommations?|restauration|repas|options?|supplements?|adhesions?|cotisations?|memberships?|(?:cartes?|bons?|cheques?) cadeaux?|gift ?cards?|assurances?|livraisons?|parking|vestiaire|shop|products?|extras?|add ?ons?)\b/;
const otherTariffs =
  /^(?:don(?:s|ation|ations)?(?: (?:libre|de soutien|a l association|pour|au|solidaire)\b.*)?|pourboires?|tips?|frais(?: de)?(?: \w+)*|options?\b.*|boutique\b.*|t shirts?\b.*|affiches?|boissons?\b.*|parking\b.*|livraison\b.*|assurances?\b.*|adhesions?\b.*|cotisations?\b.*|commissions?\b.*)$/;

/** A donation, a fee, an option, a shop item: no ticket, by what the row sells or by the name of its tariff. */
export function isOtherThanTicket(kind: string, tariff: string): boolean {
  return otherKinds.test(toPlainWords(kind)) || otherTariffs.test(toPlainWords(tariff));
}

/** A ticket that its tariff or its kind says free, so that an empty amount is a zero. */
export function saysFree(text: string): boolean {
  return /\b(?:gratuit\w*|exoner\w*|exos?|invit\w*|offert\w*|free|complimentary|servitudes?)\b/.test(
    toPlainWords(text),
  );
}

/** `TOTAL`, `Sous-total`, `Total général`, `Totaux :`: a row that adds others up, whatever else it holds. */
export function isPlainTotal(text: string): boolean {
  return /^(?:(?:sous )?tota(?:l|ux)|grand total|subtotal|cumul)(?: (?:generale?|generaux|ttc|ht|billets?|ventes?|recettes?|des ventes|de la (?:seance|representation|periode)|du (?:spectacle|mois|jour)))*(?: \d.*)?$/.test(
    toPlainWords(text),
  );
}

/** `Total La Nuit`, `Sous-total Tarif plein`: what is added up; null when the text does not begin so. */
export function toTotalSubject(text: string): string | null {
  const match = /^(?:sous )?tota(?:l|ux) (?:de |du |des |pour )?(.+)$|^subtotal (.+)$/.exec(toPlainWords(text));
  return match ? (match[1] ?? match[2] ?? '') : null;
}

export function isEuro(text: string): boolean {
  return /^(?:€|eur|euros?)$/.test(toPlainWords(text));
}
