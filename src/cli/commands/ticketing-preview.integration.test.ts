import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { toExpectedPerformances } from '@/connectors/contract/expected-performances';
import { toFirstSince } from '@/connectors/first-synchronization';
import { type TicketingSandboxName } from '@/sandbox/http/ticketing-sandbox';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';

const root = join(import.meta.dirname, '..', '..', '..');
const cli = [
  join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
  '--tsconfig',
  'tsconfig.node.json',
  'src/cli/main.ts',
];
const now = new Date();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ reference: now });
});
afterEach(() => sandbox.clearTrouble('billetweb'));
afterAll(() => sandbox.stop());

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** `ticketing preview --system billetweb` with these words after it, in a process of its own. */
function preview(words: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const variables = {
    ...process.env,
    ...sandbox.environment,
    TICKETING_ACCESS_KEY: '',
    TICKETING_SECRET_KEY: '',
    ...env,
  };
  const child = spawn(process.execPath, [...cli, 'ticketing', 'preview', '--system', 'billetweb', ...words], {
    cwd: root,
    env: variables,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

/** What a document says of each performance, as the ledger of the vendor says it. */
function toComparable(document: { series: { id: string; performances: Record<string, unknown>[] }[] }): unknown {
  return document.series.flatMap((series) =>
    series.performances.map(({ id: _id, endAt: _endAt, ...figures }) => ({ seriesId: series.id, ...figures })),
  );
}

const demoKeys = ['--access-key', 'demo-user', '--secret-key', 'demo-key-billetweb'];

describe('The command « ticketing preview »', () => {
  it('prints one JSON document equal to the ledger of the vendor, to the cent, in order', async () => {
    const before = sandbox.counts('billetweb').requests;
    const { code, stdout, stderr } = await preview([...demoKeys, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const document = JSON.parse(stdout);
    expect(stdout).toBe(`${JSON.stringify(document)}\n`);
    expect(Object.keys(document)).toEqual(['series', 'requests', 'warnings']);
    expect(toComparable(document)).toEqual(
      toExpectedPerformances(sandbox.ticketing('billetweb').ledger('demo-user'), toFirstSince(now)),
    );
    expect(document.requests).toBe(sandbox.counts('billetweb').requests - before);
    expect(document.warnings).toEqual([{ code: 'series-without-date', detail: expect.stringContaining('Archives') }]);
    expect(Object.keys(document.series[0])).toEqual(['id', 'name', 'performances']);
    expect(Object.keys(document.series[0].performances[0])).toEqual([
      'id',
      'startAt',
      'endAt',
      'includingTaxesCents',
      'excludingTaxesCents',
      'taxRateBp',
      'paidTickets',
      'freeTickets',
    ]);
  });

  it.each<readonly [TicketingSandboxName, readonly [accessKey: string, secretKey: string]]>([
    ['helloasso', ['demo-client', 'demo-key-helloasso']],
    ['shotgun', ['173027', 'demo-key-shotgun']],
    ['mapado', ['', 'demo-key-mapado']],
    ['soticket', ['billetterie.embruns.test', 'eydemo-key-soticket']],
    ['supersoniks', ['billetterie.phare.test', 'eydemo-key-supersoniks']],
  ])('reads %s to the cent too', async (system, [accessKey, secretKey]) => {
    const before = sandbox.counts(system).requests;
    const keys = { TICKETING_ACCESS_KEY: accessKey, TICKETING_SECRET_KEY: secretKey };
    const { code, stdout, stderr } = await preview(['--system', system, '--json'], keys);
    expect([code, stderr]).toEqual([0, '']);
    const document = JSON.parse(stdout);
    expect(toComparable(document)).toEqual(
      toExpectedPerformances(sandbox.ticketing(system).ledger(accessKey || secretKey), toFirstSince(now)),
    );
    expect(document.requests).toBe(sandbox.counts(system).requests - before);
  });

  it('takes its keys from the environment, and only what changed since a date', async () => {
    const keys = { TICKETING_ACCESS_KEY: 'user-5', TICKETING_SECRET_KEY: 'key-5' };
    const { code, stdout } = await preview(['--since', new Date(now.getTime() + 60_000).toISOString(), '--json'], keys);
    expect([code, JSON.parse(stdout)]).toEqual([0, { series: [], requests: 1, warnings: [] }]);
  });

  it('speaks to people in French without --json', async () => {
    const { code, stdout } = await preview(demoKeys);
    expect(code).toBe(0);
    expect(stdout).toContain('La Nuit des gardiens (1001)\n');
    expect(stdout).toMatch(/\d+ spectacles, \d+ requêtes\n$/);
  });

  it.each<readonly [string, readonly string[], string, boolean]>([
    ['a wrong key', ['--access-key', 'demo-user', '--secret-key', 'a-marked-secret'], 'invalid-credentials', false],
    [
      'a key limited to some events',
      ['--access-key', 'demo-user', '--secret-key', 'demo-key-limited'],
      'insufficient-rights',
      false,
    ],
  ])('fails with one line and a code for %s', async (_title, keys, code, retryable) => {
    const run = await preview([...keys, '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toEqual({ error: { code, message: expect.any(String), retryable } });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stdout + run.stderr).not.toContain('a-marked-secret');
  });

  it.each<readonly [string, string, boolean]>([
    ['html', 'unexpected-answer', false],
    ['challenge', 'unavailable', true],
  ])('fails whole when the vendor answers « %s »', async (mode, code, retryable) => {
    sandbox.setTrouble('billetweb', { mode, skip: 5 });
    const run = await preview([...demoKeys, '--json']);
    expect([run.code, JSON.parse(run.stdout)]).toEqual([
      1,
      { error: { code, message: expect.any(String), retryable } },
    ]);
  });

  it('refuses what is no domain, whatever address the environment gives', async () => {
    const keys = [
      '--system',
      'soticket',
      '--access-key',
      'https://billetterie.embruns.test/',
      '--secret-key',
      'ey-key-1',
    ];
    const run = await preview([...keys, '--json']);
    expect([run.code, JSON.parse(run.stdout).error.code]).toEqual([1, 'invalid-address']);
  });

  it('refuses a private address unless it is allowed', async () => {
    const run = await preview([...demoKeys, '--json'], { ALLOW_PRIVATE_NETWORK: 'false' });
    expect([run.code, JSON.parse(run.stdout).error.code]).toEqual([1, 'invalid-address']);
  });

  it.each<readonly [string, readonly string[]]>([
    ['a missing domain', ['--system', 'supersoniks', '--secret-key', 'ey-key-1', '--json']],
    ['a missing key', ['--access-key', 'demo-user', '--json']],
    ['a date that is none', [...demoKeys, '--since', 'hier', '--json']],
    ['an unknown option', [...demoKeys, '--colour']],
    ['an unknown system', [...demoKeys, '--system', 'guichet']],
  ])('exits with 2 for %s, and nothing on stdout', async (_title, words) => {
    const run = await preview(words);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).not.toBe('');
  });
});
