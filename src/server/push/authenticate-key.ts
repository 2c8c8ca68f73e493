import 'server-only';
import { type ApiKeyScope } from '@/server/api-keys/api-key.schema';
import { isToken, readPrefix } from '@/server/api-keys/key-token';
import { toScopes } from '@/server/api-keys/to-scopes';
import { type Database } from '@/server/db/client';
import { PushProblem } from './push-problem';

/** The editor that calls, and the structure its key opens. */
export type PushCaller = {
  readonly keyId: string;
  readonly hint: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly createdAt: Date;
  readonly connectionId: string;
  readonly organizationId: string;
  readonly remoteAccount: string;
  readonly editor: string;
};

const minuteMilliseconds = 60_000;
/** What a key that does not exist is compared with: the answer takes as long. */
const nobody = '0'.repeat(64);

/**
 * The holder of the key of `Authorization: Bearer`; nothing else is looked at, cookies least of all. Throws `missing-key`,
 * `unknown-key` or `revoked-key`, the last only to who holds the whole key.
 */
export async function authenticateKey(db: Database, headers: Headers, now: Date): Promise<PushCaller> {
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new PushProblem('missing-key');
  const prefix = readPrefix(token);
  const key = prefix === null ? null : await findKey(db, prefix);
  if (!isToken(token, key?.secretSha256 ?? nobody) || !key) throw new PushProblem('unknown-key');
  const { connection } = key;
  if (key.revokedAt ?? connection.disconnectedAt) throw new PushProblem('revoked-key');
  const lastMinute = new Date(now.getTime() - minuteMilliseconds);
  if (key.lastUsedAt === null || key.lastUsedAt < lastMinute) {
    await db.apiKey.updateMany({
      where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: lastMinute } }] },
      data: { lastUsedAt: now },
    });
  }
  return {
    keyId: key.id,
    hint: key.hint,
    scopes: toScopes(key.scopes),
    createdAt: key.createdAt,
    connectionId: connection.id,
    organizationId: connection.organizationId,
    remoteAccount: connection.remoteAccount,
    editor: connection.label,
  };
}

function findKey(db: Database, prefix: string) {
  return db.apiKey.findUnique({
    where: { prefix },
    include: {
      connection: {
        select: { id: true, organizationId: true, remoteAccount: true, label: true, disconnectedAt: true },
      },
    },
  });
}
