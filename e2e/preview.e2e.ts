import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type GivenShow, givenAgencies, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { listAgencyMails, listDeclarations, listSubmissions } from './harness/list-receptions';
import { type Visitor } from './harness/open-visitor';
import { expectNoFault } from './people/expect-no-fault';
import { waitForMail } from './people/mail';
import { openMember } from './people/open-member';
import { readPdf } from './people/read-pdf';
import { readText, readTexts } from './people/show-page';
import { openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

/** Three evenings of 120 paid and 8 free tickets, 1 706.16 € without and 1 800.00 € with taxes each. */
const sacemAmounts = ['5 118,48', '281,52', '5 400,00', '2 400,00', '2 532,00', '400,00', '422,00'];
const sacdEvening = {
  rep_mt_billets: '1706.16',
  rep_mt_tva_billets: '93.84',
  rep_nb_billets_pay: '120',
  rep_nb_billets_exo: '8',
};

describe('reading before the sending, and receiving what was read', () => {
  // The worker comes when a scenario asks for it: what the page shows before and after its work is seen apart.
  const scene = givenWorld({ workers: 0 }, givenAgencies);

  async function givenVisitor(): Promise<{ show: GivenShow; visitor: Visitor; page: Page }> {
    const show = await givenShow(scene.db, {});
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    return { show, visitor, page: visitor.page };
  }

  it('T-01: the PDF for SACEM and the message for SACD are read before the sending', async () => {
    const { show, visitor, page } = await givenVisitor();
    const shown = page.waitForResponse((response) => response.url().includes('/api/preview/'));
    await openTransmission(page, show);
    const sacem = page.getByRole('region', { name: 'SACEM', exact: true });
    await sacem.getByTitle('Déclaration à la SACEM, document PDF').scrollIntoViewIfNeeded();
    const framed = await shown;
    expect([framed.status(), framed.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(framed.frame().parentFrame()).not.toBeNull();

    const bytes = await download(page, await sacem.getByRole('link', { name: 'Ouvrir le PDF' }).getAttribute('href'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const text = await readPdf(bytes);
    expect(text).toContain('La Nuit des gardiens');
    for (const amount of sacemAmounts) expect(text).toContain(amount);
    await sacem.getByText('Délégation de Brest').waitFor();
    expect(await readText(sacem)).toContain('brest@delegation-sacem.test');

    const sacd = page.getByRole('region', { name: 'SACD', exact: true });
    const table = sacd.getByRole('table', { name: 'Représentations' });
    const evenings = ['20 h 30', '21 h 30', '22 h 30'];
    expect(await readTexts(table.getByRole('row'))).toEqual([
      'Date Heure Salle Jauge Billets payants Billets exonérés Billetterie HT TVA',
      ...evenings.map((hour) => `01/06/2024 ${hour} Salle du Stiff 180 120 8 1 706,16 € 93,84 €`),
      'Total 360 24 5 118,48 € 281,52 €',
    ]);
    const expenses = sacd.getByRole('group', { name: 'Dépenses du spectacle' });
    expect(await readText(expenses)).toContain('Dépenses HT, hors frais spécifiques au cirque 2 400,00 €');
    expect(listDeclarations(scene.world.sandbox, show)).toEqual([]);
    expect(await listSubmissions(scene.db, show.organizationId)).toEqual([]);
    await expectNoFault(visitor);
  });

  it('T-02: both organisms receive exactly what was shown, each step is told as it happens, and the receipts come', async () => {
    const { show, visitor, page } = await givenVisitor();
    const { email } = show.actor.user;
    await openTransmission(page, show);
    const link = page.getByRole('link', { name: 'Ouvrir le PDF' });
    const previewed = await readPdf(await download(page, await link.getAttribute('href')));
    await send(page);

    const steps = page.getByRole('region', { name: 'Étapes' }).getByRole('listitem');
    await page.getByRole('heading', { name: 'Envoi à la SACEM en cours' }).waitFor();
    expect(await readTexts(steps)).toEqual([
      expect.stringMatching(/^Déclaration préparée par Nolwenn Cadiou /),
      'Courriel à la SACEM, Délégation de Brest, brest@delegation-sacem.test Partira dans un instant.',
    ]);
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    scene.world.addWorker();
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM le / }).waitFor();
    await steps
      .filter({ hasText: `Message à ${email}` })
      .getByText(/^Remis le /)
      .waitFor();
    expect(await readTexts(steps)).toEqual([
      expect.stringMatching(/^Déclaration préparée par Nolwenn Cadiou /),
      expect.stringMatching(/^Courriel à la SACEM, .* Remis au serveur de messagerie de la SACEM le .*\.$/),
      expect.stringMatching(new RegExp(`^Message à ${email} Remis le .*\\.$`)),
    ]);
    expect(loads).toEqual([]);

    const [toAgency, ...others] = await listAgencyMails(scene.world.sandbox, scene.db, show.organizationId);
    expect(others).toEqual([]);
    expect([toAgency?.envelope.to, toAgency?.replyTo]).toEqual([
      ['brest@delegation-sacem.test'],
      expect.stringContaining(email),
    ]);
    const sent = toAgency?.attachments[0]?.content ?? Buffer.alloc(0);
    expect(await readPdf(sent)).toBe(previewed);
    await expectDocument(page, sent);
    const receipt = await waitForMail(scene.world.sandbox, email, /^Votre déclaration SACEM est envoyée/);
    expect(receipt.attachments.map(({ content }) => content.equals(sent))).toEqual([true]);

    await page.getByRole('link', { name: /^SACD, envoi n°\s1 du / }).click();
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    await steps
      .filter({ hasText: `Message à ${email}` })
      .getByText(/^Remis le /)
      .waitFor();
    const [declaration, ...more] = listDeclarations(scene.world.sandbox, show);
    expect(more).toEqual([]);
    expect(declaration?.declarant).toBe('40418');
    expect(declaration?.representations.map(({ fields }) => fields)).toMatchObject([
      { ...sacdEvening, rep_horaire: '20:30', rep_mt_depenses: '2400.00', rep_mt_frais: '400.00', salle_jauge: '180' },
      { ...sacdEvening, rep_horaire: '21:30' },
      { ...sacdEvening, rep_horaire: '22:30' },
    ]);
    const xml = Buffer.from(declaration?.xml ?? '');
    await expectDocument(page, xml);
    const answer = await waitForMail(scene.world.sandbox, email, /^Votre déclaration SACD est acceptée/);
    expect(answer.attachments.map(({ content }) => content.equals(xml))).toEqual([true]);
    await waitUntil('both declarations to be settled', async () => {
      const states = (await listSubmissions(scene.db, show.organizationId)).map(({ state }) => state);
      return states.join() === 'sent,accepted';
    });
    await expectNoFault(visitor);
  });
});

async function download(page: Page, href: string | null): Promise<Buffer> {
  if (href === null) throw new Error('the link leads nowhere');
  const answer = await page.context().request.get(href);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** The one document of a submission is these bytes, and the fingerprint that the page shows is theirs. */
async function expectDocument(page: Page, bytes: Buffer): Promise<void> {
  const document = page.getByRole('region', { name: 'Documents' }).getByRole('listitem');
  const downloaded = await download(page, await document.getByRole('link').getAttribute('href'));
  expect(downloaded.equals(bytes)).toBe(true);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await document.locator('code').innerText()).toBe(sha256);
}
