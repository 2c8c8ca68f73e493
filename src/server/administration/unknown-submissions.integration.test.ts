import { describe, expect, it } from '@jest/globals';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { getSubmission } from '@/server/submissions/get-submission';
import { callerOf } from '@/testing/caller';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';
import { listUnknown } from './list-unknown';

const database = givenTestDatabase();

/** A declaration that left and of which nobody knows whether it was received. */
async function givenUnknown() {
  const { db } = database;
  const show = await givenShow(db, { organisms: ['SACD'] });
  const { organizationId, seriesId } = show;
  const sent = { organizationId, seriesId, version: 1, organisms: ['SACD'] as 'SACD'[], truthful: true as const };
  const { submissions } = await transmitDeclaration(show.actor, sent);
  const id = submissions[0]?.id ?? '';
  await db.submissionStep.updateMany({
    where: { submissionId: id },
    data: { state: 'unknown', sendingAt: new Date() },
  });
  await db.submission.update({ where: { id }, data: { state: 'unknown', finishedAt: new Date() } });
  await db.declaration.updateMany({ where: { seriesId }, data: { state: 'unknown' } });
  return { ...show, id };
}

describe('what an admin sees of unknown outcomes', () => {
  it('is those of all structures, the oldest first, each until somebody settled it, in a fixed number of queries', async () => {
    await givenAgencies(database.db);
    const [first, second] = [await givenUnknown(), await givenUnknown()];
    const counting = createCountingDatabase(database.url);
    const count = async () => (await counting.record(() => listUnknown({ db: counting.db }))).length;
    const before = await count();
    const third = await givenUnknown();
    expect(await count()).toBe(before);
    await counting.db.$disconnect();

    const user = await givenUser(database.db, { isAdmin: true });
    const admin = callerOf(database.db, user);
    const listIds = async () => (await admin.administration.unknownSubmissions()).rows.map(({ id }) => id);
    expect(await listIds()).toEqual([first.id, second.id, third.id]);
    const { organizationId, id: submissionId } = second;
    const word = { organizationId, submissionId, outcome: 'received', note: 'Vue au téléphone.' } as const;
    await expect(
      admin.administration.settleSubmission({ ...word, organizationId: first.organizationId }),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } });
    await admin.administration.settleSubmission(word);
    await expect(admin.administration.settleSubmission(word)).rejects.toMatchObject({
      cause: { code: 'stale-version' },
    });
    expect(await listIds()).toEqual([first.id, third.id]);
    expect(await getSubmission(second.actor, { organizationId, submissionId })).toMatchObject({
      state: 'accepted',
      resolution: { by: `${user.firstname} ${user.lastname}`, outcome: 'received', note: word.note },
    });
  });
});
