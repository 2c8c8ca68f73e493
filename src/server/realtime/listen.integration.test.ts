import { describe, expect, it } from '@jest/globals';
import { givenTestDatabase } from '@/testing/given-test-database';
import { listen } from './listen';
import { notify } from './notify';

describe('listen', () => {
  const test = givenTestDatabase();

  it('gives a gap first, then the notices of its structure only, when they are committed', async () => {
    const controller = new AbortController();
    const notices = listen('org-1', controller.signal);
    expect(await notices.next()).toEqual({ done: false, value: { kind: 'gap' } });

    await expect(
      test.db.$transaction(async (tx) => {
        await notify(tx, { kind: 'series', organizationId: 'org-1', id: 'rolled-back', by: null });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await notify(test.db, { kind: 'connection', organizationId: 'org-2', id: 'of another structure' });
    await notify(test.db, { kind: 'submission', organizationId: 'org-1', id: 's-1' });
    expect(await notices.next()).toEqual({
      done: false,
      value: { kind: 'submission', organizationId: 'org-1', id: 's-1' },
    });

    const last = notices.next();
    controller.abort();
    expect(await last).toEqual({ done: true, value: undefined });
  });

  it('tells a gap and goes on after its connection was cut', async () => {
    const controller = new AbortController();
    const notices = listen('org-1', controller.signal);
    await notices.next();
    await test.db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'assistant-realtime' AND datname = current_database()`;
    expect((await notices.next()).value).toEqual({ kind: 'gap' });
    await notify(test.db, { kind: 'connection', organizationId: 'org-1', id: 'after the cut' });
    expect((await notices.next()).value).toEqual({ kind: 'connection', organizationId: 'org-1', id: 'after the cut' });
    controller.abort();
    expect(await notices.next()).toEqual({ done: true, value: undefined });
  });
});
