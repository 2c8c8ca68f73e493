import 'server-only';
import type * as z from 'zod/mini';
import { type SignedInContext } from '@/server/trpc/context';
import { type importAgenciesInput, type importAgenciesOutput } from './agencies.schema';
import { synchronizeAgencies } from './synchronize-agencies';

/** Applies the file that an admin looked at, in their name. */
export async function importAgencies(
  { db, user }: SignedInContext,
  { organism, fileName, content, fingerprint, force }: z.infer<typeof importAgenciesInput>,
): Promise<z.infer<typeof importAgenciesOutput>> {
  const by = { id: user.id, name: `${user.firstname} ${user.lastname}`.trim() };
  const file = Buffer.from(content, 'base64');
  const { added, updated, removed } = await synchronizeAgencies(db, organism, file, {
    by,
    fileName,
    fingerprint,
    force,
  });
  return { added, updated, removed };
}
