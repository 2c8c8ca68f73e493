import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenAttachment } from '@/testing/given-attachment';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { eraseExpired } from './erase-expired';
import { retention } from './retention';

const now = new Date('2026-07-01T10:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('what is kept, and for how long', () => {
  const test = givenTestDatabase();

  it('erases a removal after a day, and not before', async () => {
    const { organizationId, seriesId } = await givenShow(test.db);
    const give = (hours: number) =>
      test.db.removal.create({
        data: { id: randomUUID(), organizationId, seriesId, content: {}, createdAt: hoursAgo(hours) },
      });
    const [recent] = [await give(23), await give(25)];
    await eraseExpired(test.db, now);
    await eraseExpired(test.db, now);
    expect(await test.db.removal.findMany({ where: { organizationId }, select: { id: true } })).toEqual([
      { id: recent.id },
    ]);
  });

  it('erases the answer to a repeated request of the push API after a day, and not before', async () => {
    const { organizationId } = await givenShow(test.db);
    const { id: connectionId } = await test.db.ticketingConnection.create({
      data: { organizationId, system: 'push', remoteAccount: randomUUID(), label: 'Guichet Armor' },
    });
    const fingerprint = '0'.repeat(64);
    for (const [key, hours] of [
      ['recent', 23],
      ['old', 25],
    ] as const) {
      await test.db.idempotentRequest.create({ data: { connectionId, key, fingerprint, createdAt: hoursAgo(hours) } });
    }
    await eraseExpired(test.db, now);
    expect(await test.db.idempotentRequest.findMany({ where: { connectionId }, select: { key: true } })).toEqual([
      { key: 'recent' },
    ]);
  });

  it('erases an imported file, bytes and reading, a day after it came, but never while it is being stored', async () => {
    const { organizationId } = await givenShow(test.db);
    const give = (name: string, hours: number) =>
      test.db.importFile.create({
        data: {
          organizationId,
          name,
          createdAt: hoursAgo(hours),
          chunks: { create: { position: 0, bytes: Uint8Array.from([1]) } },
        },
      });
    const recent = await give('recent.csv', 23);
    const old = await give('ancien.csv', 25);
    const stored = await give('en-cours.csv', 25);
    const { id: connectionId } = await test.db.ticketingConnection.create({
      data: { organizationId, system: 'file', remoteAccount: 'shape', label: 'Guichet du phare' },
    });
    const { id: runId } = await test.db.synchronizationRun.create({
      data: { connectionId, trigger: 'file', since: now, state: 'running' },
    });
    const storing = { state: 'storing', shape: 'shape', mapping: {}, reading: {} } as const;
    await test.db.importFile.update({ where: { id: stored.id }, data: { ...storing, runId } });
    const { id: lost } = await give('perdu.csv', 25);
    await test.db.importFile.update({ where: { id: lost }, data: { ...storing, runId: randomUUID() } });
    await eraseExpired(test.db, now);
    const left = await test.db.importFile.findMany({ where: { organizationId }, orderBy: { name: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual([stored.id, recent.id]);
    expect(await test.db.importChunk.count({ where: { importId: old.id } })).toBe(0);
  });

  it('erases a document left half-way after a day, one that was taken off after a week, and none that is in use', async () => {
    const { actor, seriesId } = await givenShow(test.db);
    const give = (name: string, removedAt: Date | null) => givenAttachment(actor, { seriesId, name, removedAt });
    const kept = [await give('gardé.pdf', null), await give('retiré hier.pdf', hoursAgo(24))];
    await give('retiré.pdf', hoursAgo(7 * 24 + 1));
    const begun = async (hours: number) => {
      const id = await give('commencé.pdf', null);
      const updatedAt = hoursAgo(hours);
      await test.db.attachment.update({ where: { id }, data: { state: 'uploading', sha256: null, updatedAt } });
      return id;
    };
    const [recent] = [await begun(23), await begun(25)];
    await eraseExpired(test.db, now);
    const left = await test.db.attachment.findMany({ where: { seriesId }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([...kept, recent].sort());
  });

  it('goes on with the other lines when one is in trouble, and says so in the end', async () => {
    const { organizationId, seriesId } = await givenShow(test.db);
    await test.db.removal.create({ data: { organizationId, seriesId, content: {}, createdAt: hoursAgo(48) } });
    const trouble = { ...retention[0]!, erase: () => Promise.reject(new Error('no')) };
    await expect(eraseExpired(test.db, now, [trouble, ...retention])).rejects.toThrow('could not be erased');
    expect(await test.db.removal.count({ where: { organizationId } })).toBe(0);
  });
});
