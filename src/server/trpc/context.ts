import 'server-only';
import { type Database } from '@/server/db/client';

/** The signed-in person, read from the database session at each request: a ban or a sign-out is effective at once. */
export type SignedInUser = {
  readonly id: string;
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly isAdmin: boolean;
};

/** What every procedure gets. Built from an HTTP request, or by hand in tests. */
export type Context = {
  readonly db: Database;
  readonly user: SignedInUser | null;
  /** Goes from the request into every log line and job it causes. */
  readonly correlationId: string;
  /** Address of the caller, for rate limits; null in tests and jobs. */
  readonly ipAddress: string | null;
};

/** A person acting inside a structure they belong to. Use cases take it first; `organizationId` goes into every `where`. */
export type Actor = {
  readonly db: Database;
  readonly user: SignedInUser;
  readonly organizationId: string;
  readonly correlationId: string;
};

/** A signed-in person outside any structure. */
export type SignedInContext = Context & { readonly user: SignedInUser };
