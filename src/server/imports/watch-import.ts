import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { listen } from '@/server/realtime/listen';
import { type Actor } from '@/server/trpc/context';
import { getImport } from './get-import';
import { type importScope, type ImportView } from './import-view.schema';

/** A file as its page shows it, now and each time it moves, until the signal aborts. Ends when the file is erased. */
export async function* watchImport(
  actor: Actor,
  input: z.infer<typeof importScope>,
  signal?: AbortSignal,
): AsyncGenerator<ImportView> {
  let isFirst = true;
  for await (const notice of listen(actor.organizationId, signal)) {
    if (notice.kind !== 'gap' && (notice.kind !== 'import' || notice.id !== input.importId)) continue;
    try {
      yield await getImport(actor, input);
      isFirst = false;
    } catch (error) {
      if (isFirst || !(error instanceof AppError)) throw error;
      return;
    }
  }
}
