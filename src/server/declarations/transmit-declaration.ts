import 'server-only';
import type * as z from 'zod/mini';
import { type Actor } from '@/server/trpc/context';
import { freezeReviewed } from './freeze-reviewed';
import { type transmitDeclarationInput, type transmitDeclarationOutput } from './transmit-declaration.schema';

/** Sends what was reviewed: a submission per organism, each with the job that sends it. All or nothing. */
export async function transmitDeclaration(
  actor: Actor,
  input: z.infer<typeof transmitDeclarationInput>,
): Promise<z.infer<typeof transmitDeclarationOutput>> {
  return { submissions: [...(await freezeReviewed(actor, input))] };
}
