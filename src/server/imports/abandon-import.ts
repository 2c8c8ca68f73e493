import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { type importScope } from './import-view.schema';

/** Erases a file that is not wanted any more; one that is being stored goes to its end. */
export async function abandonImport(
  { db, organizationId }: Actor,
  { importId }: z.infer<typeof importScope>,
): Promise<void> {
  const { count } = await db.importFile.deleteMany({
    where: { id: importId, organizationId, state: { not: 'storing' } },
  });
  if (count === 0 && (await db.importFile.count({ where: { id: importId, organizationId } })) === 1)
    throw new AppError('import-under-way');
  if (count === 0) throw new AppError('not-found');
}
