import 'server-only';
import { type SeriesOrganism } from '@/domain/organism';
import { type FoundAgency } from './find-agencies';

export type Recipient = { readonly label: string; readonly address: string };

/** What a way in that has no address is called on screens and in the submission. */
const services: Readonly<Record<Exclude<SeriesOrganism, 'SACEM'>, string>> = {
  SACD: 'Service de télédéclaration de la SACD',
  CNM: 'Espace professionnel du CNM, par vous',
  ASTP: 'Espace de déclaration de l’ASTP, par vous',
};

/** Who receives the declaration, in words. Throws when SACEM's agency is not known: the caller has told it as an issue. */
export function toRecipient(organism: SeriesOrganism, agency: FoundAgency | null): Recipient {
  const recipient = findRecipient(organism, agency);
  if (!recipient) throw new Error(`no agency for ${organism}`);
  return recipient;
}

/** The same, or null when it is not known. */
export function findRecipient(organism: SeriesOrganism, agency: FoundAgency | null): Recipient | null {
  if (organism !== 'SACEM') return { label: organism, address: services[organism] };
  return agency && { label: `SACEM, ${agency.name}`, address: agency.email };
}
