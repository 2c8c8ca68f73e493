import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type changeMappingInput } from './import-view.schema';
import { readImportJob } from './read-import';

/** Reads the file again with another mapping; what was read with the former one stays on screen meanwhile. */
export async function changeMapping(actor: Actor, input: z.infer<typeof changeMappingInput>): Promise<void> {
  const { db, organizationId } = actor;
  const { importId, revision, mapping } = input;
  await db.$transaction(async (tx) => {
    const { count } = await tx.importFile.updateMany({
      where: { id: importId, organizationId, revision, state: { in: ['read', 'failed'] }, chunks: { some: {} } },
      data: { mapping, state: 'queued', revision: { increment: 1 } },
    });
    if (count === 0) {
      const known = await tx.importFile.count({ where: { id: importId, organizationId } });
      throw new AppError(known === 1 ? 'stale-version' : 'not-found');
    }
    const payload = { importId, revision: revision + 1 };
    await enqueue(tx, readImportJob, payload, { correlationId: actor.correlationId });
    await notify(tx, { kind: 'import', organizationId, id: importId });
  });
}
