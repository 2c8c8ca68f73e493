import 'server-only';
import { type Database, type Transaction } from '@/server/db/client';

/** Erases the bytes of a file that nobody will read again. */
export async function forgetBytes(db: Database | Transaction, importId: string): Promise<void> {
  await db.importChunk.deleteMany({ where: { importId } });
}
