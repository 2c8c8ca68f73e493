import 'server-only';
import { type Actor } from '@/server/trpc/context';

/** Who did it, as the journal shows it. */
export function toAuditActor({ user }: Actor): { id: string; name: string } {
  return { id: user.id, name: `${user.firstname} ${user.lastname}` };
}
