import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { routes } from '@/features/routes';
import { givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';

describe('SIBIL by quarter', () => {
  const scene = givenWorld({ workers: 0 });

  it('Q-01: a quarter over all shows is completed, downloaded, declared and answered', async () => {
    const { actor, organizationId } = await givenShow(scene.db);
    const { page, leave } = await openMember(scene.browser, scene.world.url, actor);
    await page.goto(routes.todo(organizationId));
    await page.getByRole('link', { name: 'Trimestres à transmettre à SIBIL' }).click();
    await page.getByRole('heading', { name: 'Trimestres à transmettre à SIBIL' }).waitFor();
    await page.getByText('avant le 10 juillet 2024').waitFor();
    expect(await findPageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: /2e\strimestre 2024/ }).click();
    await page.getByRole('heading', { name: /SIBIL, 2e\strimestre 2024/ }).waitFor();
    await page.getByText(/Il manque le type de 1\slieu/).waitFor();
    await page.getByLabel('Salle du Stiff, Ouessant').selectOption({ label: 'Théâtre' });
    const link = page.getByRole('link', { name: 'Télécharger le fichier CSV' });
    await link.waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = await readFile(await download.path());
    expect(bytes.toString('utf8').split('\r\n')).toHaveLength(5);

    await page.getByRole('button', { name: 'Je l’ai déposée dans SIBIL' }).dblclick();
    await page.getByRole('heading', { name: 'Déposée dans SIBIL' }).waitFor();
    const [submission, ...others] = await scene.db.submission.findMany({
      where: { organizationId },
      include: { documents: true },
    });
    expect(others).toEqual([]);
    expect(submission?.documents[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));

    await page.getByRole('button', { name: 'SIBIL l’a acceptée' }).click();
    await page.getByRole('heading', { name: 'Acceptée par SIBIL' }).waitFor();
    await page.goto(routes.submissions(organizationId));
    await page.getByRole('link', { name: /SIBIL, 2e\strimestre 2024/ }).click();
    await page.getByText(/Dépôt n°\s1/).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await leave();
  });

  it('Q-02: a refused quarter is corrected and accepted, figures that move afterwards make another file, and each one sent is kept', async () => {
    const show = await givenShow(scene.db);
    const { organizationId, actor, seriesId } = show;
    await scene.db.venue.updateMany({ where: { organizationId }, data: { kind: 'THEATRE' } });
    const { page, leave } = await openMember(scene.browser, scene.world.url, actor);
    await page.goto(routes.quarter(organizationId, '2024-T2'));
    const declared = page.getByRole('button', { name: 'Je l’ai déposée dans SIBIL' });

    await declared.click();
    await page.getByLabel(/pour quelle raison/).fill('Le lieu est inconnu.');
    await page.getByRole('button', { name: 'SIBIL l’a refusée' }).click();
    await page.getByRole('heading', { name: 'Refusée par SIBIL' }).waitFor();
    await page.getByText('Le lieu est inconnu.').waitFor();
    expect(await findPageFaults(page)).toEqual([]);

    await scene.db.series.update({ where: { id: seriesId }, data: { name: 'La Nuit des gardiennes' } });
    await page.reload();
    await declared.click();
    await page.getByRole('button', { name: 'SIBIL l’a acceptée' }).click();
    await page.getByRole('heading', { name: 'Acceptée par SIBIL' }).waitFor();

    await scene.db.performance.update({ where: { id: show.performanceIds[0] }, data: { importedPaidTickets: 121 } });
    await page.reload();
    await page.getByRole('heading', { name: 'Les chiffres ont changé depuis' }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await declared.click();
    await page.getByRole('button', { name: 'SIBIL l’a acceptée' }).click();
    await page.getByRole('heading', { name: 'Acceptée par SIBIL' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Les chiffres ont changé depuis' }).count()).toBe(0);

    const submissions = await scene.db.submission.findMany({
      where: { organizationId },
      select: { number: true, state: true, documents: { select: { sha256: true } } },
      orderBy: { number: 'asc' },
    });
    expect(submissions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'refused'],
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
    expect(new Set(submissions.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256))).size).toBe(3);
    await leave();
  });
});
