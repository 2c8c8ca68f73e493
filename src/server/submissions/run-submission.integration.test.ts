import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { jobs } from '@/server/jobs/registry';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';

const database = givenTestDatabase();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  Object.assign(process.env, sandbox.environment);
});
afterAll(() => sandbox.stop());

it('does the job as the worker runs it, led to the outside world by the environment alone', async () => {
  await givenAgencies(database.db);
  const { actor, organizationId, seriesId } = await givenShow(database.db);
  const input = { organizationId, seriesId, version: 1, organisms: ['SACEM' as const, 'SACD' as const] };
  const { submissions } = await transmitDeclaration(actor, { ...input, truthful: true });
  const job = jobs.find(({ name }) => name === 'run-submission');
  const { signal } = new AbortController();
  for (const { id } of submissions) {
    await job?.run({ submissionId: id }, { jobId: id, attempt: 0, lastAttempt: false, signal });
  }
  const rows = await database.db.declaration.findMany({ where: { seriesId }, orderBy: { organism: 'asc' } });
  expect(rows.map(({ organism, state }) => [organism, state])).toEqual([
    ['SACEM', 'sent'],
    ['SACD', 'accepted'],
  ]);
  expect(sandbox.declarations()).toHaveLength(1);
  expect(sandbox.messages('brest@')).toHaveLength(1);
  expect(sandbox.messages(actor.user.email)).toHaveLength(2);
});
