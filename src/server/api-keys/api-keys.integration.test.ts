import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { maskText } from '@/server/mask-secrets';
import { disconnectTicketing } from '@/server/ticketing/disconnect-ticketing';
import { type Actor } from '@/server/trpc/context';
import { callerOf } from '@/testing/caller';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { maxActiveKeys } from './api-key.schema';
import { createKeyToken, isToken, readPrefix } from './key-token';

describe('keys of the push API', () => {
  const test = givenTestDatabase();

  async function givenMember() {
    const { actor, organizationId } = await givenShow(test.db);
    const { apiKeys } = callerOf(test.db, actor.user);
    const create = (editor = 'Guichet Armor', scopes: ('figures:write' | 'figures:read')[] = ['figures:write']) =>
      apiKeys.create({ organizationId, editor, scopes });
    return { actor, organizationId, apiKeys, create };
  }
  const readJournal = ({ organizationId }: Actor) =>
    test.db.auditEvent.findMany({
      where: { organizationId, action: { startsWith: 'api-key.' } },
      select: { action: true, actorName: true, subject: true, detail: true },
      orderBy: { createdAt: 'asc' },
    });
  const readConnections = (organizationId: string) =>
    test.db.ticketingConnection.findMany({ where: { organizationId, system: 'push' } });

  it('shows the key once, keeps its hash alone, and writes who made it in the journal', async () => {
    const { actor, organizationId, apiKeys, create } = await givenMember();
    const { id, token } = await create('  Guichet Armor ', ['figures:write', 'figures:read']);
    const hint = token.slice(-4);
    expect(token).toMatch(/^asd_[0-9a-f]{12}_[\w-]{43}$/);
    const [key] = await apiKeys.list({ organizationId });
    expect(key).toEqual({
      id,
      editor: 'Guichet Armor',
      hint,
      scopes: ['figures:write', 'figures:read'],
      createdBy: 'Nolwenn Cadiou',
      createdAt: expect.any(String),
      lastUsedAt: null,
      revokedAt: null,
    });
    const row = await test.db.apiKey.findUniqueOrThrow({ where: { id }, include: { connection: true } });
    expect(inspect(row)).not.toContain(token.slice(17));
    expect(isToken(token, row.secretSha256)).toBe(true);
    expect(isToken(createKeyToken().token, row.secretSha256)).toBe(false);
    expect(row.connection).toMatchObject({ label: 'Guichet Armor', credentials: null, credentialHint: hint });
    expect(await readJournal(actor)).toEqual([
      {
        action: 'api-key.created',
        actorName: 'Nolwenn Cadiou',
        subject: id,
        detail: { editor: 'Guichet Armor', hint, scopes: ['figures:write', 'figures:read'] },
      },
    ]);
  });

  it('gives the keys of one editor one connection, made in two tabs at once included', async () => {
    const { organizationId, create } = await givenMember();
    await Promise.all([create('Guichet Armor'), create('GUICHET ARMOR')]);
    await create('Kabestan Billets');
    const connections = await readConnections(organizationId);
    expect(connections.map(({ label }) => label.toLowerCase()).sort()).toEqual(['guichet armor', 'kabestan billets']);
    expect(new Set(connections.map(({ remoteAccount }) => remoteAccount)).size).toBe(2);
  });

  it('revokes a key for good, keeps it in the list, and disconnects the editor with the last one', async () => {
    const { actor, organizationId, apiKeys, create } = await givenMember();
    const [first, second] = [await create(), await create()];
    await apiKeys.revoke({ organizationId, apiKeyId: second.id });
    await apiKeys.revoke({ organizationId, apiKeyId: second.id });
    expect(await readConnections(organizationId)).toEqual([
      expect.objectContaining({ disconnectedAt: null, credentialHint: first.token.slice(-4) }),
    ]);
    await apiKeys.revoke({ organizationId, apiKeyId: first.id });
    const [connection] = await readConnections(organizationId);
    expect(connection).toMatchObject({ disconnectedAt: expect.any(Date), credentialHint: null });
    const keys = await apiKeys.list({ organizationId });
    expect(keys.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(String), expect.any(String)]);
    expect((await readJournal(actor)).map(({ action }) => action)).toEqual([
      'api-key.created',
      'api-key.created',
      'api-key.revoked',
      'api-key.revoked',
    ]);
    await create();
    expect(await readConnections(organizationId)).toEqual([
      expect.objectContaining({ id: connection?.id, disconnectedAt: null }),
    ]);
  });

  it('revokes every key of an editor that is disconnected from the list of ticketing systems', async () => {
    const { actor, organizationId, apiKeys, create } = await givenMember();
    await Promise.all([create(), create()]);
    const [connection] = await readConnections(organizationId);
    await disconnectTicketing(actor, { organizationId, connectionId: connection?.id ?? '' });
    expect((await apiKeys.list({ organizationId })).filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  });

  it('refuses a twenty-first key in use, asked twice at once included', async () => {
    const { actor, organizationId, apiKeys, create } = await givenMember();
    for (let made = 1; made < maxActiveKeys; made += 1) await create(`Guichet ${made}`);
    const outcomes = await Promise.allSettled([create(), create()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(create()).rejects.toMatchObject({ message: 'too-many-api-keys' });
    const [newest] = await apiKeys.list({ organizationId });
    await apiKeys.revoke({ organizationId, apiKeyId: newest?.id ?? '' });
    await create();
    const counting = createCountingDatabase(test.url);
    const statements = await counting.record(() => callerOf(counting.db, actor.user).apiKeys.list({ organizationId }));
    await counting.db.$disconnect();
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it.each([[' '], ['x'.repeat(81)]])('wants the name of the editor: %s', async (editor) => {
    const { create } = await givenMember();
    await expect(create(editor)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(create('Guichet', [])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('knows a key by its shape, and hides it in a log wherever it is written', () => {
    const { token, prefix } = createKeyToken();
    expect(readPrefix(token)).toBe(prefix);
    for (const other of ['', 'asd_', token.slice(0, -1), `${token}a`, token.toUpperCase()]) {
      expect(readPrefix(other)).toBe(null);
    }
    for (const text of [`Bearer ${token}`, `key ${token}.`, `{"a":"${token}"}`]) {
      expect(maskText(text)).not.toContain(token.slice(17));
    }
  });
});
