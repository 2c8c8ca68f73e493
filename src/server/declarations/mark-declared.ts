import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { freezeReviewed } from './freeze-reviewed';
import { type markDeclaredInput, type markDeclaredOutput } from './mark-declared.schema';

/** Takes a person's word that they declared on the organism's own site: frozen as any submission, without any step. */
export async function markDeclared(
  actor: Actor,
  { organism, ...input }: z.infer<typeof markDeclaredInput>,
): Promise<z.infer<typeof markDeclaredOutput>> {
  const [submission] = await freezeReviewed(actor, { ...input, organisms: [organism] });
  if (!submission) throw new AppError('no-organism-chosen', 'nothing was frozen', { organism });
  return { submissionId: submission.id };
}
