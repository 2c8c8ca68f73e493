import { type ReceivedDeclaration, type ReceivedRepresentation } from './read-declaration';

export type RepresentationStatus = {
  readonly reference: string;
  readonly status: 'OK' | 'WARNING' | 'KO';
  readonly field: string;
  readonly message: string;
};

/** A show whose title holds one of these is always answered so. */
export const titleMarkers = { KO: '[refusé par la SACD]', WARNING: '[à vérifier par la SACD]' } as const;

/** The service's answer: one status per representation, by the titles' markers, then by the switched-on verdict. */
export function answerDeclaration(
  declaration: ReceivedDeclaration,
  verdict: string | null,
  at: Date,
): { readonly xml: string; readonly statuses: readonly RepresentationStatus[] } {
  const statuses = declaration.representations.map((representation, index) => toStatus(representation, index, verdict));
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
  const header = `<Header><dec_ref>${declaration.declarant}</dec_ref><dec_nb>${statuses.length}</dec_nb><sacd_date>${day}</sacd_date></Header>`;
  const lines = statuses.map((status, index) => toXml(status, index)).join('');
  const body = `<Declaration>${header}<Representations>${lines}</Representations></Declaration>`;
  return { xml: `<?xml version="1.0" encoding="utf-8"?>${body}`, statuses };
}

function toStatus(
  { reference, title }: ReceivedRepresentation,
  index: number,
  verdict: string | null,
): RepresentationStatus {
  const isRefused =
    title.includes(titleMarkers.KO) || verdict === 'refuse' || (verdict === 'refuse-one' && index === 0);
  if (isRefused) {
    return { reference, status: 'KO', field: 'salle_jauge', message: 'La jauge ne correspond pas à la salle déclarée' };
  }
  if (title.includes(titleMarkers.WARNING) || verdict === 'warn') {
    return { reference, status: 'WARNING', field: 'rep_mt_billets', message: 'Recette inhabituelle, à confirmer' };
  }
  return { reference, status: 'OK', field: '', message: '' };
}

/** Accepted lines carry empty elements, as the service may. */
function toXml({ reference, status, field, message }: RepresentationStatus, index: number): string {
  const number = status === 'KO' ? '' : `<numero>${String(7_000_001 + index)}</numero>`;
  const parts = [`<rep_ref_dec>${escapeXml(reference)}</rep_ref_dec>`, number, `<statut>${status}</statut>`];
  parts.push(`<champ>${field}</champ>`, `<message>${escapeXml(message)}</message>`);
  return `<Representation>${parts.join('')}</Representation>`;
}

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
