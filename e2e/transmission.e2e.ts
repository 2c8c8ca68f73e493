import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type GivenShow, givenShow } from '@/testing/given-show';
import { givenTour, givenTourAgencies, tourAgencies } from '@/testing/given-tour';
import { givenWorld } from './harness/given-world';
import { countJobsLeft, listAgencyMails, listDeclarations, listSubmissions } from './harness/list-receptions';
import { type Visitor } from './harness/open-visitor';
import { findPageFaults } from './people/check-page';
import { waitForMail } from './people/mail';
import { openMember } from './people/open-member';
import { readPdf } from './people/read-pdf';
import { certify, openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

const refusalWords = 'La jauge ne correspond pas à la salle déclarée';

describe('transmitting when all does not go well', () => {
  const scene = givenWorld({ webs: 2, env: { SACD_API_TIMEOUT_SECONDS: '5' } }, givenTourAgencies);

  async function givenVisitor(values: Parameters<typeof givenShow>[1]): Promise<{ show: GivenShow; visitor: Visitor }> {
    const show = await givenShow(scene.db, values);
    return { show, visitor: await openMember(scene.browser, scene.world.url, show.actor) };
  }

  it('T-03: SACD refuses one performance, its words are shown, the form opens again, and the correction alone is sent and accepted', async () => {
    const { show, visitor } = await givenVisitor({ organisms: ['SACD'], organization: { sacdId: '100003' } });
    const { page } = visitor;
    scene.world.sandbox.setTrouble('sacd', { mode: 'refuse-one', only: '100003', times: 1 });

    await openTransmission(page, show);
    await send(page);
    await page.getByRole('heading', { name: /^La SACD a refusé cette déclaration/ }).waitFor();
    expect(await page.getByRole('status').filter({ hasText: 'a refusé' }).innerText()).toContain(refusalWords);
    const answers = page.getByRole('region', { name: 'Réponse de la SACD' }).getByRole('listitem');
    expect(await answers.allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`Refusée[^]*${refusalWords}`)),
      expect.stringContaining('Acceptée'),
      expect.stringContaining('Acceptée'),
    ]);
    await waitForMail(scene.world.sandbox, show.actor.user.email, /refusé/);

    await page.getByRole('link', { name: 'Corriger et renvoyer' }).click();
    await page.getByRole('heading', { name: /^La SACD a refusé la déclaration/ }).waitFor();
    await page.getByRole('button', { name: 'Détails' }).first().click();
    await page.getByLabel('Jauge de cette représentation').fill('150');
    await page.getByLabel('Jauge de cette représentation').press('Tab');
    await waitUntil('the correction to be saved', () =>
      scene.db.performance.findFirst({ where: { id: show.performanceIds[0], capacity: 150 } }),
    );
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await certify(page);
    await send(page);
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    expect(await answers.allInnerTexts()).toEqual([expect.stringContaining('Acceptée')]);

    const received = listDeclarations(scene.world.sandbox, show).map(({ representations, statuses }) =>
      representations.map(({ fields }, index) => [statuses[index]?.status, fields.salle_jauge]),
    );
    expect(received).toEqual([
      [
        ['KO', '180'],
        ['OK', '180'],
        ['OK', '180'],
      ],
      [['OK', '150']],
    ]);
    await waitForMail(scene.world.sandbox, show.actor.user.email, /est acceptée/);
    await visitor.leave();
  });

  it('T-04: SACD receives and does not answer, the outcome is to be checked, nothing leaves by itself, a person settles it', async () => {
    const { show, visitor } = await givenVisitor({ organisms: ['SACD'], organization: { sacdId: '100004' } });
    const { page } = visitor;
    scene.world.sandbox.setTrouble('sacd', { mode: 'timeout-after-receiving', only: '100004' });

    await openTransmission(page, show);
    await send(page);
    await page.getByRole('heading', { name: 'Nous ne savons pas si la SACD a reçu cette déclaration' }).waitFor();
    await waitForMail(scene.world.sandbox, show.actor.user.email, /est à vérifier/);
    await waitUntil('the end of all its jobs', async () => (await countJobsLeft(scene.db, show.organizationId)) === 0);
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    await page.goto(routes.show(show.organizationId, show.seriesId));
    await page.getByRole('heading', { name: 'Nous ne savons pas si la SACD a reçu la déclaration' }).waitFor();
    expect(await page.getByRole('link', { name: 'Vérifier et transmettre' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Voir l’envoi à la SACD' }).click();
    await page.getByLabel('Ce que vous avez vérifié').fill('Vue sur le site de la SACD.');
    await page.getByRole('button', { name: 'La SACD l’a reçue' }).click();
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    await page.getByText(/Nolwenn Cadiou l’a indiquée comme reçue .*Vue sur le site de la SACD\./).waitFor();
    await waitForMail(scene.world.sandbox, show.actor.user.email, /est acceptée/);
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    expect(await listSubmissions(scene.db, show.organizationId)).toMatchObject([{ state: 'accepted', number: 1 }]);
    await visitor.leave();
  });

  it('G-02: an admin sees what nobody has checked over all structures, settles it, and the structure reads who did; nobody else finds the page', async () => {
    const { show, visitor } = await givenVisitor({ organisms: ['SACD'], organization: { sacdId: '100007' } });
    const { page } = visitor;
    scene.world.sandbox.setTrouble('sacd', { mode: 'timeout-after-receiving', only: '100007' });
    await openTransmission(page, show);
    await send(page);
    await page.getByRole('heading', { name: 'Nous ne savons pas si la SACD a reçu cette déclaration' }).waitFor();
    const proof = page.url();
    await page.goto(routes.unknownSubmissions);
    await page.getByRole('heading', { name: /introuvable|n’existe pas/ }).waitFor();

    const { actor } = await givenShow(scene.db);
    await scene.db.user.update({ where: { id: actor.user.id }, data: { role: 'admin', firstname: 'Inès' } });
    const admin = await openMember(scene.browser, scene.world.url, actor);
    await admin.page.goto(routes.dashboard);
    await admin.page.getByRole('button', { name: 'Inès Cadiou' }).click();
    await admin.page.getByRole('link', { name: 'Envois à vérifier' }).click();
    const waiting = admin.page.getByRole('region', { name: 'La Nuit des gardiens, SACD' }).filter({
      hasText: show.actor.user.email,
    });
    await waiting.waitFor();
    expect(await findPageFaults(admin.page)).toEqual([]);
    await waiting.getByLabel('Ce que vous avez vérifié').fill('Vue par la SACD.');
    await waiting.getByRole('button', { name: 'La SACD l’a reçue' }).click();
    await waiting.waitFor({ state: 'detached' });

    await page.goto(proof);
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    await page.getByText(/Inès Cadiou l’a indiquée comme reçue .*Vue par la SACD\./).waitFor();
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    await admin.leave();
    await visitor.leave();
  });

  it('T-05: a double click and two tabs, on two web processes, make one sending', async () => {
    const { show, visitor } = await givenVisitor({ organization: { sacdId: '100005' } });
    const other = await visitor.context.newPage();
    const tabs = [visitor.page, other];
    for (const tab of tabs) await openTransmission(tab, show);

    const button = (tab: Page) => tab.getByRole('button', { name: /^Transmettre à/ });
    await Promise.all([button(visitor.page).dblclick(), button(other).dblclick()]);
    const ends = await Promise.all(tabs.map(findEnd));
    expect(ends.sort()).toEqual(['sent', 'told that it is done']);

    const submissions = await waitUntil('both organisms to have it', async () => {
      const rows = await listSubmissions(scene.db, show.organizationId);
      return rows.every(({ steps }) => steps.length > 1 && steps.every((step) => step.state === 'succeeded')) && rows;
    });
    expect(submissions).toMatchObject([
      { organism: 'SACEM', number: 1, state: 'sent' },
      { organism: 'SACD', number: 1, state: 'accepted' },
    ]);
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(1);
    expect(await listAgencyMails(scene.world.sandbox, scene.db, show.organizationId)).toHaveLength(1);
    expect(scene.world.sandbox.messages(show.actor.user.email)).toHaveLength(2);
    await visitor.leave();
  });

  it('T-06: a venue without agency is said before the sending, and nothing is sent', async () => {
    const { show, visitor } = await givenVisitor({ organisms: ['SACEM'] });
    const { page } = visitor;
    await scene.db.venue.updateMany({
      where: { organizationId: show.organizationId },
      data: { postalCode: '97150', city: 'Saint-Martin' },
    });
    const words = 'Aucune délégation de la SACEM ne correspond au code postal du lieu';

    await page.goto(routes.show(show.organizationId, show.seriesId));
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await page.getByRole('heading', { name: 'La déclaration à la SACEM n’est pas complète' }).waitFor();
    await page.getByText('aucune délégation trouvée pour le code postal du lieu').waitFor();
    expect(await page.getByRole('button', { name: /^Transmettre à/ }).count()).toBe(0);
    await page.getByRole('link', { name: words }).click();
    await page.getByRole('button', { name: 'Changer de lieu' }).waitFor();
    expect(await listSubmissions(scene.db, show.organizationId)).toEqual([]);
    await visitor.leave();
  });

  it('T-07: a tour over two departments sends each agency the statement of its own performances, as shown', async () => {
    const show = await givenTour(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    const { page } = visitor;

    await openTransmission(page, show);
    await page.getByRole('heading', { name: 'SACEM, Délégation de Brest' }).waitFor();
    const rennes = page.getByRole('article').filter({ hasText: 'SACEM, Délégation de Rennes' });
    expect(await rennes.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Théâtre du Vieux-Pont, Rennes'),
    ]);
    const href = await rennes.getByRole('link', { name: /Ouvrir le PDF/ }).getAttribute('href');
    const shown = await readPdf(await (await visitor.context.request.get(href ?? '')).body());
    expect(shown).toContain('Théâtre du Vieux-Pont');
    expect(shown).not.toContain('Salle du Stiff');
    expect(await findPageFaults(page)).toEqual([]);

    await send(page);
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM/ }).waitFor();
    for (const address of tourAgencies) await page.getByText(`, ${address}`).first().waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await waitForMail(scene.world.sandbox, show.actor.user.email, /envoyée/);
    const [submission] = await listSubmissions(scene.db, show.organizationId);
    for (const address of tourAgencies) {
      const mails = scene.world.sandbox
        .messages(address)
        .filter(({ messageId }) => messageId.includes(submission?.id ?? '-'));
      expect(mails).toHaveLength(1);
    }
    await visitor.leave();
  });
});

/** Whether this tab was the one that sent, or was told that another one does. */
function findEnd(tab: Page): Promise<string> {
  // Which of the two depends on how far the first one is when the second asks.
  const refusal = tab.getByText(
    /Cette déclaration est déjà en train de partir|L’organisme a déjà accepté cette déclaration/,
  );
  return Promise.any([
    tab.waitForURL('**/envois/*').then(() => 'sent'),
    refusal.waitFor().then(() => 'told that it is done'),
  ]);
}
