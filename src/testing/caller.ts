import { type Database } from '@/server/db/client';
import { type Context, type SignedInUser } from '@/server/trpc/context';
import { createCaller } from '@/server/trpc/root';

/** Context of a request of this person, or of nobody, without HTTP. */
export function contextOf(db: Database, user: SignedInUser | null): Context {
  return { db, user, correlationId: 'test', ipAddress: null };
}

/** Every procedure, called as this person or as nobody. */
export function callerOf(db: Database, user: SignedInUser | null) {
  return createCaller(contextOf(db, user));
}
