import { describe, expect, it } from '@jest/globals';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { retrySubmission } from '@/server/submissions/retry-submission';
import { watchSubmission } from '@/server/submissions/watch-submission';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { saveDeclaration } from './save-declaration';
import { watchSeries } from './watch-series';

const database = givenTestDatabase();

describe('watchSeries', () => {
  it('gives the version, then each new one with who saved it, until the end', async () => {
    const show = await givenShow(database.db);
    const scope = { organizationId: show.organizationId, seriesId: show.seriesId };
    const ended = new AbortController();
    const changes = watchSeries(show.actor, scope, ended.signal);
    expect((await changes.next()).value).toEqual({ version: 1, by: null });
    await saveDeclaration(show.actor, { ...scope, version: 1, patch: { series: { capacity: 12 } } });
    expect((await changes.next()).value).toEqual({ version: 2, by: 'Nolwenn Cadiou' });
    ended.abort();
    expect((await changes.next()).done).toBe(true);
  });

  it('is not found from another structure', async () => {
    const show = await givenShow(database.db);
    const stranger = await givenShow(database.db);
    const ended = new AbortController();
    const scope = { organizationId: stranger.organizationId, seriesId: show.seriesId };
    await expect(watchSeries(stranger.actor, scope, ended.signal).next()).rejects.toMatchObject({ code: 'not-found' });
    ended.abort();
  });
});

describe('watchSubmission', () => {
  it('gives the submission as it is, then as it becomes', async () => {
    const show = await givenShow(database.db, { organisms: ['SACD'] });
    const { actor, organizationId, seriesId } = show;
    const input = { organizationId, seriesId, version: 1, organisms: ['SACD' as const], truthful: true as const };
    const { submissions } = await transmitDeclaration(actor, input);
    const submissionId = submissions[0]?.id ?? '';
    const fail = { state: 'failed' } as const;
    await database.db.submission.update({ where: { id: submissionId }, data: fail });
    await database.db.submissionStep.updateMany({ where: { submissionId }, data: fail });
    await database.db.declaration.updateMany({ where: { seriesId }, data: fail });
    const ended = new AbortController();
    const views = watchSubmission(actor, { organizationId, submissionId }, ended.signal);
    expect((await views.next()).value).toMatchObject({ id: submissionId, state: 'failed' });
    await retrySubmission(actor, { organizationId, submissionId });
    expect((await views.next()).value).toMatchObject({ id: submissionId, state: 'sending' });
    ended.abort();
  });
});
