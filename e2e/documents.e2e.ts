import { afterAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { waitForMail } from './people/mail';
import { openMember } from './people/open-member';
import { openShow } from './people/show-page';
import { openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

const agency = 'bretagne@delegation-sacd.test';

describe('documents of a show', () => {
  let folder: string;
  const scene = givenWorld({ webs: 2 }, async (db) => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
    await givenAgencies(db);
    const postalCodes = { create: { organism: 'SACD' as const, code: '29' } };
    await db.agency.create({
      data: { organism: 'SACD', name: 'Délégation de Bretagne', email: agency, postalCodes },
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** From a folder, as people do: the file keeps its date, by which it is known again. */
  async function choose(page: Page, name: string, bytes: Buffer): Promise<void> {
    const path = join(folder, name);
    if (!existsSync(path)) await writeFile(path, bytes);
    await page.getByLabel(/^Déposez des documents ici/).setInputFiles(path);
  }

  it('F-01: an upload cut by a reload goes on where it was, and the agency of SACD receives the very bytes', async () => {
    const show = await givenShow(scene.db, { organisms: ['SACD'] });
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    const { page } = visitor;
    const contract = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_500_000)]);
    await openShow(page, show);

    // The second piece never leaves: the line is cut in the middle.
    let pieces = 0;
    await page.route('**/api/attachments/*', (route) => {
      if (route.request().method() === 'PATCH') pieces += 1;
      return pieces < 2 ? route.continue() : new Promise(() => undefined);
    });
    await choose(page, 'Contrat de cession.pdf', contract);
    const half = await waitUntil('the first piece to be kept', () =>
      scene.db.attachment.findFirst({ where: { seriesId: show.seriesId, received: { gt: 0 } } }),
    );
    expect(half.received).toBeLessThan(contract.byteLength);
    // In this order: a browser lets go what it holds as soon as nothing is routed any more.
    await openShow(page, show);
    await page.unroute('**/api/attachments/*');
    await page.getByText(/Un envoi s’est arrêté/).waitFor();

    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/attachments')) asked.push(request.method());
    });
    await choose(page, 'Contrat de cession.pdf', contract);
    await page.getByLabel('Type de Contrat de cession.pdf').selectOption('ARTISTIC_CONTRACT');
    await page.getByText(/^Le type de Contrat de cession.pdf est enregistré/).waitFor({ state: 'attached' });
    expect(asked[0]).toBe('HEAD');
    expect(asked).not.toContain('POST');
    const [kept] = await scene.db.attachment.findMany({ where: { seriesId: show.seriesId } });
    expect(kept).toMatchObject({ id: half.id, state: 'ready', type: 'ARTISTIC_CONTRACT' });

    await openTransmission(page, show);
    expect(
      await page
        .getByText(/document joint/)
        .first()
        .innerText(),
    ).toContain('1');
    await page.getByText(agency).first().waitFor();
    await send(page);
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    const mail = await waitForMail(scene.world.sandbox, agency, /^Documents SACD – La Nuit des gardiens/);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['Contrat de cession.pdf']);
    expect(mail.attachments[0]?.content.equals(contract)).toBe(true);
    await page.getByText(/^Remis au serveur de messagerie de la SACD/).waitFor();
    await visitor.context.close();
  });

  it('F-02: what is not what its name says is refused with a sentence; a document is read, taken off and put back', async () => {
    const show = await givenShow(scene.db, { organisms: ['SACEM'] });
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    const { page } = visitor;
    await openShow(page, show);
    await choose(page, 'facture.pdf', Buffer.from('MZ un programme'));
    await page.getByText(/n’est pas celui qu’annonce son nom/).waitFor();
    expect(await scene.db.attachmentChunk.count({ where: { attachment: { seriesId: show.seriesId } } })).toBe(0);

    const bytes = Buffer.from('%PDF-1.7 le programme');
    await choose(page, 'Programme.pdf', bytes);
    const link = page.getByRole('link', { name: 'Programme.pdf', exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Programme.pdf');
    await page.getByRole('button', { name: /^Aperçu/ }).click();
    expect(await page.getByTitle('Aperçu de Programme.pdf').getAttribute('src')).toMatch(/^\/api\/files\//);

    await page.getByRole('button', { name: /^Retirer/ }).click();
    await page.getByText(/est retiré du spectacle/).waitFor();
    await page.getByRole('button', { name: 'Remettre ce document' }).click();
    await link.waitFor();
    await visitor.context.close();
  });
});
