import type { ConnectorWarning } from './connector';

const reasons = {
  'series-without-date': 'aucune date de représentation n’est renseignée',
  'series-deleted': 'il a été supprimé de la billetterie',
  'amount-out-of-bounds': 'un billet porte un montant impossible',
  'missing-tariff': 'un billet renvoie à un tarif qui n’existe plus',
  'foreign-tax-rate': 'un tarif porte un taux de TVA qui n’existe pas en France',
  'unsupported-currency': 'il n’est pas vendu en euros',
  'unexpected-series': 'ses données sont incomplètes',
} as const satisfies Partial<Record<ConnectorWarning['code'], string>>;

/** A series left out, named, with the reason in the user's words. `precision` replaces the usual reason. */
export function warnOfSkippedSeries(code: keyof typeof reasons, name: string, precision?: string): ConnectorWarning {
  return { code, detail: `« ${name} » n’est pas repris : ${precision ?? reasons[code]}.` };
}

/** The series is delivered, without these tickets: they may be worth something, and only the vendor knows. */
export function warnOfUnknownStatus(name: string, status: string): ConnectorWarning {
  const detail = `« ${name} » : des billets ne sont pas comptés, leur statut « ${status.slice(0, 40)} » n’est pas connu. Vérifiez les totaux.`;
  return { code: 'unknown-ticket-status', detail };
}

/** A series that is delivered without a part of it, named, with what is missing in the user's words. */
export function warnOfPartialSeries(code: ConnectorWarning['code'], name: string, missing: string): ConnectorWarning {
  return { code, detail: `« ${name} » n’est pas repris en entier : ${missing}.` };
}

/** Said on a first synchronisation only: later, nothing new is the usual answer. */
export function warnOfNothingFound(label: string): ConnectorWarning {
  return {
    code: 'nothing-found',
    detail: `${label} n’a renvoyé aucune vente depuis 13 mois : vérifiez que la clé est bien celle de votre compte.`,
  };
}
