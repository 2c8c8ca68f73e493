import 'server-only';
import { type Database, type Transaction } from '@/server/db/client';

export const CHANNEL = 'assistant_declaration';

/** What has moved. Small on purpose: whoever listens reads the new state itself. */
export type Notice =
  | { readonly kind: 'connection'; readonly organizationId: string; readonly id: string }
  | { readonly kind: 'series'; readonly organizationId: string; readonly id: string; readonly by: string | null }
  | { readonly kind: 'import'; readonly organizationId: string; readonly id: string }
  | { readonly kind: 'submission'; readonly organizationId: string; readonly id: string };

/** Something may have been missed: read the state again. */
export type Gap = { readonly kind: 'gap' };

/** Sends a notice by PostgreSQL NOTIFY: it reaches every web process when the transaction commits. */
export async function notify(db: Database | Transaction, notice: Notice): Promise<void> {
  // The result of pg_notify is `void`, a type that Prisma cannot read: hence the cast.
  await db.$queryRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(notice)})::text`;
}
