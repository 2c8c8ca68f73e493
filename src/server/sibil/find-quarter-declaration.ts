import 'server-only';
import { type Database, type Transaction } from '@/server/db/client';

/** The declaration of a quarter with its last submission, documents without their bytes; null before the first one. */
export async function findQuarterDeclaration(
  db: Database | Transaction,
  { organizationId, period }: { readonly organizationId: string; readonly period: string },
) {
  return db.declaration.findFirst({
    where: { organizationId, organism: 'SIBIL', period },
    select: {
      id: true,
      state: true,
      submissions: {
        select: {
          id: true,
          number: true,
          createdAt: true,
          authorName: true,
          message: true,
          documents: { select: { id: true, filename: true, sha256: true }, where: { kind: 'statement' } },
        },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
  });
}
