import 'server-only';
import { type TransmittableOrganism } from '@/domain/organism';
import { type FoundAgency } from './find-agencies';

export type Recipient = { readonly label: string; readonly address: string };

/** What the address of a web service is called on screens and in the submission. */
const sacdService = 'Service de télédéclaration de la SACD';

/** Who receives the declaration, in words. Throws when SACEM's agency is not known: the caller has told it as an issue. */
export function toRecipient(organism: TransmittableOrganism, agency: FoundAgency | null): Recipient {
  const recipient = findRecipient(organism, agency);
  if (!recipient) throw new Error(`no agency for ${organism}`);
  return recipient;
}

/** The same, or null when it is not known. */
export function findRecipient(organism: TransmittableOrganism, agency: FoundAgency | null): Recipient | null {
  if (organism === 'SACD') return { label: 'SACD', address: sacdService };
  return agency && { label: `SACEM, ${agency.name}`, address: agency.email };
}
