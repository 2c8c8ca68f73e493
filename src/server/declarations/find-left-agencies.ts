import 'server-only';
import { type Database } from '@/server/db/client';
import { listTold } from '@/server/submissions/list-told';
import { type PreparedDeclaration } from './prepare-declaration';

/**
 * Addresses of agencies that hold a statement of the show and that a correction leaves without any performance (its place moved):
 * there is no statement to send them, so a person must tell them.
 */
export async function findLeftAgencies(
  db: Database,
  { organism, row, declaration, agency, parts }: PreparedDeclaration,
): Promise<string[]> {
  if (organism !== 'SACEM' || !declaration.corrects) return [];
  const served = new Set(parts.length > 0 ? parts.map((part) => part.agency.email) : [agency?.email]);
  return [...(await listTold(db, row.id)).keys()].filter((address) => !served.has(address));
}
