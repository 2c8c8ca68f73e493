import { describe, expect, it } from '@jest/globals';
import { routes } from '@/features/routes';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { writeWorkbook } from '@/testing/write-workbook';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';

describe('agencies', () => {
  const scene = givenWorld({ webs: 1 }, givenAgencies);

  it('G-01: an admin imports a list after a preview, and the agency of a show changes; nobody else finds the page', async () => {
    const show = await givenShow(scene.db, { organisms: ['SACEM'] });
    const member = await openMember(scene.browser, scene.world.url, show.actor);
    await member.page.goto(routes.agencies('sacem'));
    await member.page.getByRole('heading', { name: /introuvable|n’existe pas/ }).waitFor();

    const { actor } = await givenShow(scene.db);
    await scene.db.user.update({ where: { id: actor.user.id }, data: { role: 'admin' } });
    const admin = await openMember(scene.browser, scene.world.url, actor);
    const { page } = admin;
    await page.goto(routes.dashboard);
    await page.getByRole('button', { name: 'Nolwenn Cadiou' }).click();
    await page.getByRole('link', { name: 'Délégations' }).click();
    await page.getByRole('heading', { name: 'Délégations de la SACEM' }).waitFor();
    await page.getByLabel(/^Quelle délégation/).fill('29242');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.getByText('brest@delegation-sacem.test').waitFor();
    await page.getByRole('link', { name: 'Voir toutes les délégations' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.getByText('1 délégation pour 1 code.').waitFor();

    const rows = [
      ['LOCAL', 'CP', 'Mail'],
      ['Ouessant', 29242, 'quimper@delegation-sacem.test'],
      ['Bourg', 1000, 'bourg@delegation-sacem.test'],
      ['Nulle part', 'ABC', 'bourg@delegation-sacem.test'],
    ];
    await page.getByLabel(/^Liste de l’organisme/).setInputFiles({
      name: 'delegations.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: writeWorkbook({ sheets: [{ name: 'Délégations', rows }] }),
    });
    const preview = page.getByRole('region', { name: 'Ce que changerait delegations.xlsx' });
    await preview.getByText('Ajoutées (2)').waitFor();
    await preview.getByText('Retirées (1)').waitFor();
    await preview.getByText('Ligne 4\u00a0: code postal illisible.').waitFor();
    await preview.getByText('Ligne 3\u00a0: «\u00a01000\u00a0» lu 01000.').waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    expect(await scene.db.agency.count()).toBe(1);
    await preview.getByRole('button', { name: 'Importer cette liste' }).click();
    await page.getByText('La liste est importée').waitFor();
    await page.getByText(/par Nolwenn Cadiou, delegations\.xlsx/).waitFor();

    await member.page.goto(routes.transmit(show.organizationId, show.seriesId));
    await member.page.getByText('quimper@delegation-sacem.test').waitFor();
    await admin.leave();
    await member.leave();
  });
});
