import 'server-only';
import { type Database } from '@/server/db/client';
import { decryptSecret, encryptSecret, isEncryptedWithFirstKey } from './envelope';

const BATCH = 100;

/** Closes again, with the first key, every secret that another key closed. Can be cut and run again at any time. */
export async function rotateSecrets(db: Database): Promise<{ rotated: number; unchanged: number }> {
  const counts = { rotated: 0, unchanged: 0 };
  let cursor: string | undefined;
  for (;;) {
    const rows = await db.ticketingConnection.findMany({
      where: { credentials: { not: null }, ...(cursor === undefined ? {} : { id: { gt: cursor } }) },
      select: { id: true, credentials: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const { id, credentials } of rows) {
      if (credentials === null) continue;
      if (isEncryptedWithFirstKey(credentials)) {
        counts.unchanged += 1;
        continue;
      }
      const renewed = encryptSecret(decryptSecret(credentials, id), id);
      // A person may have replaced the key in the meantime: theirs stays.
      const { count } = await db.ticketingConnection.updateMany({
        where: { id, credentials },
        data: { credentials: renewed },
      });
      counts.rotated += count;
    }
    cursor = rows.at(-1)?.id;
    if (rows.length < BATCH) return counts;
  }
}
