import 'server-only';
import type * as z from 'zod/mini';
import { type Actor } from '@/server/trpc/context';
import { type ApiKeyView, type listApiKeysInput } from './api-key.schema';
import { toScopes } from './to-scopes';

/** More than a structure can have in use, with years of revoked ones. */
const maxListed = 200;

/** The keys of a structure: those in use first, then the revoked ones, the newest first. One query. */
export async function listApiKeys(
  { db, organizationId }: Actor,
  _input: z.infer<typeof listApiKeysInput>,
): Promise<ApiKeyView[]> {
  const keys = await db.apiKey.findMany({
    where: { connection: { organizationId } },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
    include: { connection: { select: { label: true } } },
    take: maxListed,
  });
  return keys.map((key) => ({
    id: key.id,
    editor: key.connection.label,
    hint: key.hint,
    scopes: toScopes(key.scopes),
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}
