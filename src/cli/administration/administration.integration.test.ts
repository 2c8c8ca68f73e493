import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Prisma } from '@/server/db/generated/client';
import { decryptSecret, encryptSecret } from '@/server/secrets/envelope';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';
import { writeWorkbook } from '@/testing/write-workbook';

jest.setTimeout(120_000);

const cli = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.node.json', 'src/cli/main.ts'];

describe('commands of administration', () => {
  const test = givenTestDatabase();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'administration-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A command in a process of its own, as an operator runs it. */
  function run(words: string[], environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, [...cli, ...words], {
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: '', ...environment },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) =>
      child.on('close', (code) => done({ code, stdout, stderr })),
    );
  }
  async function givenFile(text: string): Promise<string> {
    const file = path.join(folder, `${randomUUID()}.csv`);
    await writeFile(file, text);
    return file;
  }

  it('makes the agencies those of the file, and nothing the second time', async () => {
    const sync = (file: string, ...more: string[]) =>
      run(['agencies', 'sync', '--organism', 'sacem', '--file', file, ...more]);
    const first = await givenFile(
      'LOCAL,CP,Mail\nOuessant,29242,Brest@sacem.test\nBrest,29200,brest@sacem.test\nLyon,69001,lyon@sacem.test\n',
    );
    expect(await sync(first, '--dry-run')).toEqual({ code: 0, stderr: '', stdout: 'added 2, updated 0, removed 0\n' });
    expect(await test.db.agency.count({ where: { organism: 'SACEM' } })).toBe(0);
    expect(await sync(first)).toEqual({ code: 0, stderr: '', stdout: 'added 2, updated 0, removed 0\n' });
    expect(await sync(first, '--json')).toEqual({
      code: 0,
      stderr: '',
      stdout: '{"added":0,"updated":0,"removed":0,"conflicts":[],"unreadableRows":[],"repairedRows":[]}\n',
    });

    const moved = await givenFile(
      'LOCAL,CP,Mail\nBrest,29200,brest@sacem.test\nOuessant,29242,lyon@sacem.test\nLyon,69001,lyon@sacem.test\n',
    );
    expect((await sync(moved)).stdout).toBe('added 0, updated 2, removed 0\n');
    const agencies = await test.db.agency.findMany({
      where: { organism: 'SACEM' },
      select: { email: true, postalCodes: { select: { code: true }, orderBy: { code: 'asc' } } },
      orderBy: { email: 'asc' },
    });
    expect(agencies).toEqual([
      { email: 'brest@sacem.test', postalCodes: [{ code: '29200' }] },
      { email: 'lyon@sacem.test', postalCodes: [{ code: '29242' }, { code: '69001' }] },
    ]);

    const cut = await givenFile('LOCAL,CP,Mail\nBrest,29200,brest@sacem.test\n');
    const refused = await sync(cut);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^ce fichier retirerait 1 délégations sur 2 .*\n$/);
    expect(await test.db.agency.count({ where: { organism: 'SACEM' } })).toBe(2);
    expect((await sync(cut, '--force')).stdout).toBe('added 0, updated 0, removed 1\n');
    expect(await test.db.auditEvent.count({ where: { action: 'agencies.synchronized', subject: 'SACEM' } })).toBe(3);
  });

  it('reads a workbook too, says what it mended, and who imported what', async () => {
    const file = path.join(folder, 'delegations.xlsx');
    await writeFile(
      file,
      writeWorkbook({
        sheets: [
          {
            name: 'SACD',
            rows: [
              ['Département', 'mail'],
              [1, 'est@sacd.test'],
              ['2A/2B', 'corse@sacd.test'],
            ],
          },
        ],
      }),
    );
    const sync = () => run(['agencies', 'sync', '--organism', 'sacd', '--file', file]);
    expect(await sync()).toEqual({
      code: 0,
      stderr: '',
      stdout: 'ligne 2 : « 1 » lu 01\nadded 2, updated 0, removed 0\n',
    });
    expect(await test.db.auditEvent.findFirst({ where: { subject: 'SACD' } })).toMatchObject({
      actorName: 'cli',
      detail: { added: 2, repaired: 1, file: 'delegations.xlsx' },
    });
  });

  it('says in one line what is wrong with a file, and in one code that the words are wrong', async () => {
    const missing = await run(['agencies', 'sync', '--organism', 'sacd', '--file', path.join(folder, 'none.csv')]);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr.trim().split('\n')).toHaveLength(1);
    expect((await run(['agencies', 'sync', '--organism', 'cnm', '--file', 'x'])).code).toBe(2);
  });

  it('makes an admin of somebody unknown, who chooses a password by mail, and of somebody known', async () => {
    const known = await givenUser(test.db);
    const create = async (email: string) =>
      JSON.parse((await run(['admin', 'create', '--email', email, '--json'])).stdout);
    expect(await create(known.email)).toEqual({ email: known.email, outcome: 'promoted' });
    expect(await create(known.email)).toEqual({ email: known.email, outcome: 'unchanged' });
    expect(await create(' Chef@Assistant.test ')).toEqual({ email: ' Chef@Assistant.test ', outcome: 'created' });
    expect(await test.db.user.findUnique({ where: { email: 'chef@assistant.test' } })).toMatchObject({ role: 'admin' });
    const mails = await test.db
      .$queryRaw`SELECT data->'payload'->>'mail' AS mail FROM pgboss.job WHERE name = 'send-account-mail'`;
    expect(mails).toEqual([{ mail: 'reset-password' }]);
    expect(await run(['admin', 'create', '--email', 'nobody'])).toMatchObject({
      code: 1,
      stderr: 'nobody n’est pas une adresse\n',
    });
  });

  it('closes secrets again with the first key', async () => {
    const { organizationId } = await givenShow(test.db);
    const id = randomUUID();
    const base64 = (letter: string) => Buffer.from(letter.repeat(32)).toString('base64');
    const oldKey = { id: 'old', key: Buffer.from('o'.repeat(32)) } as const;
    const newKey = { id: 'new', key: Buffer.from('n'.repeat(32)) } as const;
    await test.db.ticketingConnection.create({
      data: {
        id,
        organizationId,
        system: 'billetweb',
        remoteAccount: 'compte',
        label: 'Billetweb',
        credentials: encryptSecret('MARKED', id, [oldKey]),
      },
    });
    const environment = { CREDENTIALS_KEYS: `new:${base64('n')},old:${base64('o')}` };
    expect((await run(['secrets', 'rotate'], environment)).stdout).toBe('rotated 1, unchanged 0\n');
    expect((await run(['secrets', 'rotate'], environment)).stdout).toBe('rotated 0, unchanged 1\n');
    const { credentials } = await test.db.ticketingConnection.findUniqueOrThrow({ where: { id } });
    expect(decryptSecret(credentials ?? '', id, [newKey])).toBe('MARKED');
  });

  it('lists the connections with their state, their passages and their last error, and no key', async () => {
    const { organizationId } = await givenShow(test.db);
    const instant = (day: number) => new Date(Date.UTC(2026, 10, day, 3, 4, 5));
    const givenConnection = async (
      system: 'billetweb' | 'supersoniks',
      label: string,
      values: Prisma.TicketingConnectionUpdateInput,
    ): Promise<string> => {
      const id = randomUUID();
      const credentials = encryptSecret('MARKED', id, [{ id: 'old', key: Buffer.from('o'.repeat(32)) }]);
      const identity = { organizationId, system, remoteAccount: id, label, credentialHint: 'RKED' };
      await test.db.ticketingConnection.create({ data: { id, ...identity, credentials } });
      await test.db.ticketingConnection.update({ where: { id }, data: values });
      return id;
    };
    const [healthy, failing, running] = [
      await givenConnection('billetweb', 'Compte 12', { lastSuccessAt: instant(20), nextRunAt: instant(21) }),
      await givenConnection('supersoniks', 'Compte billetterie.phare.test', {
        consecutiveFailures: 3,
        lastErrorCode: 'invalid-credentials',
        lastErrorAt: instant(20),
        nextRunAt: instant(22),
      }),
      await givenConnection('billetweb', 'Compte 13', {}),
    ];
    await test.db.synchronizationRun.create({
      data: { connectionId: running, trigger: 'user', since: instant(1), state: 'running' },
    });

    const none = {
      lastSuccessAt: null,
      nextRunAt: null,
      lastErrorAt: null,
      lastErrorCode: null,
      consecutiveFailures: 0,
    };
    const { stdout: document } = await run(['connections', 'list', '--json']);
    const { code, stdout: table } = await run(['connections', 'list']);
    // Other tests of this file count the keys of the database.
    await test.db.ticketingConnection.deleteMany({ where: { organizationId } });
    const { connections } = JSON.parse(document);
    const mine = connections.filter(({ id }: { id: string }) => [healthy, failing, running].includes(id));
    const organization = 'Association Le Phare d’Ouessant';
    const expected = [
      {
        ...none,
        id: healthy,
        organization,
        system: 'billetweb',
        label: 'Compte 12',
        state: 'healthy',
        lastSuccessAt: '2026-11-20T03:04:05.000Z',
        nextRunAt: '2026-11-21T03:04:05.000Z',
      },
      {
        ...none,
        id: failing,
        organization,
        system: 'supersoniks',
        label: 'Compte billetterie.phare.test',
        state: 'failing',
        nextRunAt: '2026-11-22T03:04:05.000Z',
        lastErrorAt: '2026-11-20T03:04:05.000Z',
        lastErrorCode: 'invalid-credentials',
        consecutiveFailures: 3,
      },
      { ...none, id: running, organization, system: 'billetweb', label: 'Compte 13', state: 'running' },
    ];
    expect(mine).toEqual(expected.sort((left, right) => (left.id < right.id ? -1 : 1)));

    const lines = table.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toMatch(
      /^Identifiant +Structure +Billetterie +État +Dernière réussite +Prochain passage +Dernière erreur$/,
    );
    expect(lines.find((line) => line.startsWith(failing))).toMatch(
      /Supersoniks \(Compte billetterie\.phare\.test\) +en échec +jamais +2026-11-22T03:04:05\.000Z +invalid-credentials, 2026-11-20T03:04:05\.000Z$/,
    );
    expect(lines.at(-1)).toBe(`${connections.length} connexions`);
    expect(document + table).not.toMatch(/MARKED|RKED|old:/);
  });

  it('tells no stack and no address when the database is away', async () => {
    const away = { DATABASE_URL: 'postgresql://user:MARKED@127.0.0.1:1/none' };
    const { code, stdout, stderr } = await run(['jobs', 'failed'], away);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: 'la base de données ne répond pas\n' });
  });
});
