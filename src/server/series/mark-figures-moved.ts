import 'server-only';
import { type Transaction } from '@/server/db/client';

/** Notes that tickets or revenue of a show changed now. Call it in the transaction that changes them, and for nothing else. */
export async function markFiguresMoved(tx: Transaction, seriesId: string, now: Date): Promise<void> {
  // Without touching `updatedAt`, which says when a person saved.
  await tx.$executeRaw`UPDATE "Series" SET "figuresChangedAt" = ${now} WHERE id = ${seriesId}::uuid`;
}
