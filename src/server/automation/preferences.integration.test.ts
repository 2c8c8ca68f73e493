import { describe, expect, it } from '@jest/globals';
import { callerOf } from '@/testing/caller';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';
import { signMailToken } from './mail-token';
import { serveUnsubscribe } from './serve-unsubscribe';
import { toUnsubscribeHref } from './unsubscribe-link';

describe('reminders that a person chooses', () => {
  const test = givenTestDatabase();
  const listOn = async (user: Awaited<ReturnType<typeof givenUser>>) =>
    (await callerOf(test.db, user).automation.reminders()).preferences.flatMap(({ kind, isOn }) =>
      isOn ? [kind] : [],
    );
  const tokenOf = (userId: string) =>
    toUnsubscribeHref('https://x.test', { userId, kind: 'week' }).split('/').at(-1) ?? '';
  const ask = (token: string, method: string, form?: Record<string, string>) =>
    serveUnsubscribe(
      test.db,
      new Request('https://x.test/', { method, ...(form && { body: new URLSearchParams(form) }) }),
      token,
    );

  it('are all on, each turned off and on for oneself alone', async () => {
    const [user, other] = [await givenUser(test.db), await givenUser(test.db)];
    const caller = callerOf(test.db, user);
    expect(await listOn(user)).toEqual(['ready', 'week', 'day', 'late']);
    await caller.automation.setReminder({ kind: 'day', isOn: false });
    await caller.automation.setReminder({ kind: 'day', isOn: false });
    expect(await listOn(user)).toEqual(['ready', 'week', 'late']);
    await caller.automation.setReminder({ kind: 'day', isOn: true });
    expect([await listOn(user), await listOn(other)].map(({ length }) => length)).toEqual([4, 4]);
  });

  it('are turned off by the one click of a mail program, without signing in', async () => {
    const user = await givenUser(test.db);
    const answer = await ask(tokenOf(user.id), 'POST', { 'List-Unsubscribe': 'One-Click' });
    expect([answer.status, await answer.text()]).toEqual([200, 'Vous ne recevrez plus ce rappel.\n']);
    expect(await listOn(user)).toEqual(['ready', 'day', 'late']);
  });

  it('do not change because a link was followed', async () => {
    const user = await givenUser(test.db);
    const token = tokenOf(user.id);
    const answer = await ask(token, 'GET');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(`/desabonnement/${token}$`),
    ]);
    expect(await listOn(user)).toHaveLength(4);
  });

  it('are turned off and on by the page, which is shown again', async () => {
    const user = await givenUser(test.db);
    const token = tokenOf(user.id);
    expect((await ask(token, 'POST', { choix: 'arreter' })).status).toBe(303);
    expect(await listOn(user)).toHaveLength(3);
    expect((await ask(token, 'POST', { choix: 'reprendre' })).status).toBe(303);
    expect(await listOn(user)).toHaveLength(4);
  });

  it('do not obey a link that was changed, made for something else, or of somebody who is gone', async () => {
    const user = await givenUser(test.db);
    const token = tokenOf(user.id);
    for (const wrong of [
      '',
      'x',
      `${token}x`,
      `x${token}`,
      `${token}.x`,
      signMailToken('stop-transmission', [user.id, 'week']),
    ]) {
      expect((await ask(wrong, 'POST')).status).toBe(404);
    }
    expect((await ask(signMailToken('unsubscribe', [user.id, 'all']), 'POST')).status).toBe(404);
    expect(await listOn(user)).toHaveLength(4);
    expect((await ask(tokenOf('somebody-gone'), 'POST')).status).toBe(200);
  });

  it('reads a form whatever its shape', async () => {
    const user = await givenUser(test.db);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const request = new Request('https://x.test/', { method: 'POST', body });
    expect((await serveUnsubscribe(test.db, request, tokenOf(user.id))).status).toBe(200);
    expect(await listOn(user)).toHaveLength(3);
  });
});
