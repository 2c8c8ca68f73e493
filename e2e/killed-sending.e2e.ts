import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type Organism } from '@/server/db/generated/client';
import { type GivenShow, givenAgencies, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { countJobsLeft, listAgencyMails, listDeclarations, listSubmissions } from './harness/list-receptions';
import { replaceWorkers } from './harness/replace-workers';
import { openMember } from './people/open-member';
import { openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

const agency = 'brest@delegation-sacem.test';
/** Longer than the scenario: only the death of the worker ends the exchange. */
const endlessly = { mode: 'slow', delayMilliseconds: 120_000, times: 1 } as const;
/** The heartbeat, the watch, the pause before another attempt. */
const recovery = { timeout: 60_000 };

describe('a worker killed while it sends', () => {
  const scene = givenWorld({ workers: 0 }, givenAgencies);

  /** Sends a show, kills the only worker when `moment` has come, and starts another once the outside world is well again. */
  async function killInMidSending(organism: Organism, sacdId: string, moment: (show: GivenShow) => unknown) {
    const worker = await replaceWorkers(scene.world);
    const show = await givenShow(scene.db, { organisms: [organism], organization: { sacdId } });
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    await openTransmission(visitor.page, show);
    await send(visitor.page);
    await waitUntil('the middle of the sending', async () => Boolean(await moment(show)));
    await worker.kill();
    const [submission] = await listSubmissions(scene.db, show.organizationId);
    for (const system of ['sacd', 'smtp-primary'] as const) scene.world.sandbox.clearTrouble(system);
    scene.world.addWorker();
    return { show, visitor, wasSending: submission?.steps[0]?.sendingAt !== null };
  }

  async function expectSettled(page: Page, show: GivenShow, title: RegExp, state: 'sent' | 'accepted'): Promise<void> {
    await page.getByRole('heading', { name: title }).waitFor(recovery);
    await waitUntil('the end of all its jobs', async () => (await countJobsLeft(scene.db, show.organizationId)) === 0);
    expect(await listSubmissions(scene.db, show.organizationId)).toMatchObject([{ number: 1, state }]);
  }

  const countLogins = () => scene.world.sandbox.counts('sacd').byPath['POST /ticketing/auto-access.json'] ?? 0;

  it('R-03: before a byte left for SACD, another worker sends, and SACD receives once', async () => {
    const before = countLogins();
    scene.world.sandbox.setTrouble('sacd', { ...endlessly, path: 'auto-access' });
    const { show, visitor, wasSending } = await killInMidSending('SACD', '100031', () => countLogins() > before);
    expect(wasSending).toBe(false);
    await expectSettled(visitor.page, show, /^La SACD a accepté cette déclaration/, 'accepted');
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    expect(scene.world.sandbox.messages(show.actor.user.email)).toHaveLength(1);
    await visitor.leave();
  });

  it('R-03: after SACD received and before it answered, nothing is sent again, and a person settles it', async () => {
    scene.world.sandbox.setTrouble('sacd', { ...endlessly, only: '100032' });
    const received = (show: GivenShow) => listDeclarations(scene.world.sandbox, show).length > 0;
    const { show, visitor, wasSending } = await killInMidSending('SACD', '100032', received);
    expect(wasSending).toBe(true);
    const { page } = visitor;
    await page.getByRole('heading', { name: /^Nous ne savons pas si la SACD a reçu/ }).waitFor(recovery);
    await page.getByRole('button', { name: 'La SACD l’a reçue' }).click();
    await expectSettled(page, show, /^La SACD a accepté cette déclaration/, 'accepted');
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    await visitor.leave();
  });

  it('R-03: before the mail server took the message, another worker sends it, and the agency receives it once', async () => {
    const countConnections = () => scene.world.sandbox.counts('smtp-primary').byPath['CONNECT /'] ?? 0;
    const before = countConnections();
    scene.world.sandbox.setTrouble('smtp-primary', { ...endlessly, only: agency });
    const { show, visitor, wasSending } = await killInMidSending('SACEM', '100033', () => countConnections() > before);
    expect(wasSending).toBe(false);
    await expectSettled(visitor.page, show, /^Déclaration envoyée à la SACEM/, 'sent');
    expect(await listAgencyMails(scene.world.sandbox, scene.db, show.organizationId)).toHaveLength(1);
    expect(scene.world.sandbox.messages(show.actor.user.email)).toHaveLength(1);
    await visitor.leave();
  });

  it('R-03: after the mail server took the message and before it said so, nothing is sent again, and a person settles it', async () => {
    scene.world.sandbox.setTrouble('smtp-primary', { ...endlessly, mode: 'slow-after-data', only: agency });
    const { show, visitor, wasSending } = await killInMidSending('SACEM', '100034', async ({ organizationId }) => {
      return (await listAgencyMails(scene.world.sandbox, scene.db, organizationId)).length > 0;
    });
    expect(wasSending).toBe(true);
    const { page } = visitor;
    await page.getByRole('heading', { name: /^Nous ne savons pas si la SACEM a reçu/ }).waitFor(recovery);
    await page.getByRole('button', { name: 'La SACEM l’a reçue' }).click();
    await expectSettled(page, show, /^Déclaration envoyée à la SACEM/, 'sent');
    expect(await listAgencyMails(scene.world.sandbox, scene.db, show.organizationId)).toHaveLength(1);
    await visitor.leave();
  });
});
