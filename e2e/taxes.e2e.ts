import { describe, expect, it } from '@jest/globals';
import { routes } from '@/features/routes';
import { givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';
import { waitUntil } from './people/wait-until';
import { readText, type, waitForSaved, openShow, findSummary } from './people/show-page';

describe('the taxes on shows, which a person declares themselves', () => {
  const scene = givenWorld({ workers: 0 });

  it('N-01: CNM is chosen, its figures copied, declared once, refused, corrected, declared again and accepted with its notice', async () => {
    const show = await givenShow(scene.db, { organisms: ['SACEM'] });
    const { organizationId, seriesId } = show;
    const { page, context, leave } = await openMember(scene.browser, scene.world.url, show.actor);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openShow(page, show);
    await page.getByRole('checkbox', { name: /^ASTP/ }).check({ force: true });
    await findSummary(page).getByRole('region', { name: 'ASTP' }).waitFor();
    // One tax at most: the other one takes its place.
    await page.getByRole('checkbox', { name: /^CNM/ }).check({ force: true });
    await findSummary(page)
      .getByRole('region', { name: 'CNM' })
      .getByText('Complète, prête à être vérifiée.')
      .waitFor();
    expect(await page.getByRole('checkbox', { name: /^ASTP/ }).isChecked()).toBe(false);
    await type(page.getByLabel('Artistes'), 'Maëlle Le Gall');
    expect(await findPageFaults(page)).toEqual([]);

    await page.goto(routes.todo(organizationId));
    await page.getByRole('link', { name: /^Vérifier et déclarer.*, CNM$/ }).click();
    const cnm = page.getByRole('region', { name: 'CNM' });
    await cnm.getByText(/Année 2024/).waitFor();
    // 3 × 120 tickets at 15.00 €, of which 14.218 excluding VAT: 5,118.48 €, 3.5 % of it.
    expect(await readText(cnm)).toMatch(/Taxe, arrondie au centime\s+179,15 €/);
    await cnm.getByRole('button', { name: 'Copier\u00a0: Base de la taxe, Chiffres à saisir' }).click();
    await cnm.getByText('Copié').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('5118,48');
    await page.mouse.move(0, 0);
    expect(await findPageFaults(page)).toEqual([]);

    await cnm.getByRole('button', { name: 'Je l’ai déclarée au CNM' }).dblclick();
    await page.getByRole('heading', { name: /^Déclaration faite au CNM/ }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByLabel(/pour quelle raison/).fill('La jauge n’est pas la bonne.');
    await page.getByRole('button', { name: 'Le CNM l’a refusée' }).click();
    await page.getByRole('heading', { name: /^Le CNM a refusé cette déclaration/ }).waitFor();

    await page.getByRole('link', { name: 'Corriger et déclarer de nouveau' }).click();
    await page.getByText(/«\sLa jauge n’est pas la bonne\.\s»/).waitFor();
    await type(page.getByLabel('Jauge de la salle'), '150');
    await waitUntil('the correction to be saved', () =>
      scene.db.series.findFirst({ where: { id: seriesId, capacity: 150 } }),
    );
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await cnm.getByRole('button', { name: 'Je l’ai déclarée au CNM' }).click();
    await page.getByText(/Envoi n°\s2 au CNM/).waitFor();
    await page.getByLabel(/numéro de l’avis/).fill('AV-2024-118');
    await page.getByRole('button', { name: 'Le CNM l’a acceptée' }).click();
    await page.getByRole('heading', { name: /^Le CNM a accepté cette déclaration/ }).waitFor();
    await page.getByText(/n°\sAV-2024-118/).waitFor();
    expect(await findPageFaults(page)).toEqual([]);

    const submissions = await scene.db.submission.findMany({ where: { organizationId }, orderBy: { number: 'asc' } });
    expect(submissions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'refused'],
      [2, 'accepted'],
    ]);
    await leave();
  });

  it('N-02: ASTP asks only what changes its tax, a subsidised structure owes none, and what was declared is closed', async () => {
    const show = await givenShow(scene.db, { organisms: ['ASTP'] });
    const { page, leave } = await openMember(scene.browser, scene.world.url, show.actor);
    await openShow(page, show);
    const contract = page.getByRole('group', { name: /contrat avec un entrepreneur privé/ });
    const subsidised = page.getByRole('group', { name: /publique ou subventionnée/ });
    await subsidised.waitFor();
    expect(await contract.count()).toBe(0);
    await subsidised.getByRole('radio', { name: 'Oui' }).check({ force: true });
    await contract.getByRole('radio', { name: 'Non' }).check({ force: true });
    await waitForSaved(page);
    await findSummary(page)
      .getByRole('region', { name: 'ASTP' })
      .getByText('Complète, prête à être vérifiée.')
      .waitFor();
    expect(await findPageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    const astp = page.getByRole('region', { name: 'ASTP' });
    await astp.getByRole('button', { name: 'Je l’ai déclarée à l’ASTP' }).waitFor();
    expect(await readText(astp)).toMatch(/Taxe, arrondie au centime\s+0,00 €/);
    await astp.getByRole('button', { name: 'Je l’ai déclarée à l’ASTP' }).click();
    await page.getByRole('heading', { name: /^Déclaration faite à l’ASTP/ }).waitFor();
    await page.goto(routes.show(show.organizationId, show.seriesId));
    await page.getByRole('heading', { name: /^Déclaration faite à l’ASTP/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Vérifier et transmettre' }).count()).toBe(0);
    await leave();
  });
});
