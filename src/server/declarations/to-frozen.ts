import 'server-only';
import { organismModules } from '@/declarations/registry';
import { type SubmissionShare, type SubmissionToFreeze } from '@/server/submissions/freeze-submission';
import { type AgencyStatement } from './mark-delivered';
import { type PreparedDeclaration } from './prepare-declaration';
import { toRecipient } from './to-recipient';

/** Renders what leaves, and says to whom: what an agency has taken already is left out. */
export async function toFrozen(prepared: PreparedDeclaration): Promise<SubmissionToFreeze> {
  const { organism, row, declaration, agency, parts, documents } = prepared;
  const shares = await Promise.all(
    parts.filter(({ isDelivered }) => !isDelivered).map((part) => toShare(prepared, part)),
  );
  const [share] = shares;
  const addresses = shares.map(({ recipient }) => recipient).join(', ');
  return {
    organism,
    declarationId: row.id,
    declaration,
    document: share?.document ?? (await organismModules[organism].render(declaration)),
    recipient: addresses || toRecipient(organism, agency).address,
    agencyName: shares.map(({ agencyName }) => agencyName).join(', ') || (agency?.name ?? null),
    shares,
    documents: documents.map(({ id, mailNumber }) => ({ attachmentId: id, mailNumber })),
    documentsRecipient: documents.length > 0 ? addresses || (agency?.email ?? null) : null,
  };
}

async function toShare(
  { organism, declaration: { performances } }: PreparedDeclaration,
  { agency, declaration }: AgencyStatement,
): Promise<SubmissionShare> {
  const share = { agencyName: agency.name, performancesOfShow: performances.length };
  return {
    recipient: agency.email,
    agencyName: agency.name,
    performanceIds: declaration.performances.map(({ id }) => id),
    document: await organismModules[organism].render(declaration, share),
  };
}
