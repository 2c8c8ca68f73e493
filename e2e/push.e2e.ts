import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { routes } from '@/features/routes';
import { createSender, givenPushedPerformance, givenPushedShow } from '@/testing/given-push';
import { givenStructure } from '@/testing/given-season';
import { givenActor } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { expectNoFault } from './people/expect-no-fault';
import { openMember } from './people/open-member';
import { findPerformance, findSummary, readText } from './people/show-page';

const storedSchema = z.object({ result: z.string(), show: z.object({ url: z.url() }) });

describe('figures that an editor sends', () => {
  const scene = givenWorld({ workers: 0 });

  it('P-01: a key made in the settings lets an editor send a show, which is pre-filled on its page; revoked, it sends nothing more', async () => {
    const { id: organizationId } = await givenStructure(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, await givenActor(scene.db, organizationId));
    const { page } = visitor;

    await page.goto(routes.connections(organizationId));
    await page.getByRole('link', { name: 'Gérer les clés d’accès' }).click();
    await page.getByRole('heading', { name: 'Clés d’accès', level: 1 }).waitFor();
    await page.getByLabel('Nom de la billetterie ou de son éditeur').fill('Guichet Armor');
    await page.getByRole('button', { name: 'Créer une clé' }).click();
    await page.getByRole('heading', { name: 'Voici la clé de Guichet Armor' }).waitFor();
    const token = await page.getByRole('textbox', { name: 'Clé', exact: true }).inputValue();
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'C’est fait, la masquer' }).click();
    await page.getByRole('button', { name: 'Créer une clé' }).waitFor();
    expect(await page.content()).not.toContain(token);

    const send = createSender(`${scene.world.url}/api/v1`, { authorization: `Bearer ${token}` });
    const performances = [
      givenPushedPerformance(),
      givenPushedPerformance({ id: 'seance-2', startAt: '2026-06-27T17:00:00+02:00', freeTickets: 3 }),
    ];
    const reply = await send('PUT', '/shows/gardiens', givenPushedShow({ performances }));
    const { result, show } = storedSchema.parse(reply.body);
    expect([reply.status, result]).toEqual([201, 'created']);

    await page.goto(show.url);
    await page.getByRole('heading', { name: 'La Nuit des gardiens', level: 1 }).waitFor();
    const evening = findPerformance(page, '20 h 30');
    expect(await evening.getByRole('textbox', { name: /^Billets payants/ }).inputValue()).toBe('120');
    expect(await evening.getByRole('textbox', { name: /^Recette TTC/ }).inputValue()).toBe('1800,00');
    expect(await evening.getByRole('textbox', { name: /^Recette HT/ }).inputValue()).toBe('1706,16');
    const totals = await readText(findSummary(page).locator('dl'));
    expect(totals).toContain('Billets 251 dont 11 gratuits');
    expect(totals).toContain('Billetterie TTC 3 600,00 €');

    await page.goto(routes.connections(organizationId));
    const card = page.getByRole('article', { name: /Guichet Armor/ });
    expect(await readText(card)).toContain('1 spectacle');
    await card.getByRole('link', { name: 'Gérer les clés d’accès' }).click();
    await page.getByRole('button', { name: /^Révoquer/ }).click();
    await page.getByRole('button', { name: 'Oui, révoquer' }).click();
    await page.getByRole('heading', { name: 'Clés révoquées' }).waitFor();
    expect(await send('PUT', '/shows/gardiens', givenPushedShow())).toMatchObject({
      status: 401,
      body: { code: 'revoked-key' },
    });
    expect(await findPageFaults(page)).toEqual([]);
    await expectNoFault(visitor);
  });

  it('P-02: the public page of the API tries a key, and shows the answer of the service', async () => {
    const { id: organizationId } = await givenStructure(scene.db, 'Théâtre du Stiff');
    const visitor = await openMember(scene.browser, scene.world.url, await givenActor(scene.db, organizationId));
    const { page } = visitor;
    await page.goto(routes.apiKeys(organizationId));
    await page.getByLabel('Nom de la billetterie ou de son éditeur').fill('Kabestan Billets');
    await page.getByRole('button', { name: 'Créer une clé' }).click();
    const token = await page.getByRole('textbox', { name: 'Clé', exact: true }).inputValue();

    await page.goto(routes.pushApi);
    await page.getByRole('heading', { name: 'Envoyer vos chiffres par l’API', level: 1 }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByLabel('Clé d’accès').fill(token);
    await page.getByRole('button', { name: 'Envoyer la requête' }).click();
    await page.getByText(/^Réponse\s:\s200$/).waitFor();
    await page.getByText(/"name": "Théâtre du Stiff"/).waitFor();
    await page.getByLabel('Requête').selectOption('Envoyer un spectacle');
    await page.getByRole('button', { name: 'Envoyer la requête' }).click();
    await page.getByText(/^Réponse\s:\s201$/).waitFor();
    expect(await scene.db.series.count({ where: { organizationId } })).toBe(1);
    await expectNoFault(visitor);
  });
});
