import { describe, expect, it } from '@jest/globals';
import { routes } from '@/features/routes';
import { givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';
import { readText } from './people/show-page';

describe('a show without a ticketing system', () => {
  const scene = givenWorld({ workers: 0 });

  it('M-01: a show and its repeated dates are typed at once, then its figures, and they are on its page', async () => {
    const { actor, organizationId } = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    await page.goto(routes.newConnection(organizationId));
    await page.getByRole('button', { name: /^Aucune/ }).click();
    await page.getByRole('link', { name: 'Ajouter un spectacle' }).click();
    await page.waitForURL(`**${routes.newShow(organizationId)}`);
    await page.getByLabel('Nom du spectacle').fill('Le Bal des fous de Bassan');
    await page.getByLabel(/^Du/).fill('2026-06-05');
    await page.getByLabel(/^Au/).fill('2026-06-13');
    for (const day of ['Vendredi', 'Samedi']) await page.getByRole('checkbox', { name: day }).check({ force: true });
    await page.getByRole('button', { name: 'Ajouter ces dates' }).click();
    const preview = page.getByRole('region', { name: 'Dates à créer' });
    expect(await preview.getByRole('listitem').count()).toBe(4);
    // Colours under the mouse are the design system's.
    await page.mouse.move(0, 0);
    expect(await findPageFaults(page)).toEqual([]);
    await preview.getByRole('button', { name: /^Enlever samedi 13 juin 2026/ }).click();
    await page.getByRole('button', { name: /^Créer le spectacle/ }).click();

    await page.waitForURL('**/representations');
    await page.getByRole('heading', { name: 'Le Bal des fous de Bassan' }).waitFor();
    const paid = page.getByLabel(/^Billets payants/);
    await paid.first().focus();
    await page.keyboard.type('80');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('75');
    await page
      .getByLabel(/^Recette TTC/)
      .first()
      .fill('1200');
    await page
      .getByLabel(/^Recette TTC/)
      .nth(1)
      .fill('1 125,50');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré.').waitFor();
    await page.mouse.move(0, 0);
    expect(await findPageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'La page du spectacle' }).click();
    await page.getByRole('heading', { name: 'Représentations' }).waitFor();
    const totals = page.getByRole('complementary', { name: 'En résumé' });
    expect(await readText(totals)).toContain('2 325,50 €');
    await visitor.leave();
  });

  it('M-02: a date that was removed is taken back with one gesture, and the show itself too', async () => {
    const { actor, organizationId, seriesId } = await givenShow(scene.db, {
      series: { system: 'manual', remoteAccount: 'manual' },
    });
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    await page.goto(routes.typedShow(organizationId, seriesId));
    await page.getByRole('button', { name: /^Retirer samedi 1er juin 2024 à 20.h.30/ }).click();
    await page.getByText('1\u00a0représentation retirée.').waitFor();
    expect(await scene.db.performance.count({ where: { seriesId } })).toBe(2);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('C’est remis.').waitFor();
    expect(await scene.db.performance.count({ where: { seriesId } })).toBe(3);

    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByRole('button', { name: 'Oui, supprimer' }).click();
    await page.getByRole('heading', { name: 'Spectacle supprimé' }).waitFor();
    expect(await scene.db.series.count({ where: { id: seriesId } })).toBe(0);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('C’est remis.').waitFor();
    expect(await scene.db.performance.count({ where: { seriesId } })).toBe(3);
    await visitor.leave();
  });
});
