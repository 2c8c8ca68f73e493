import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { givenShow } from '@/testing/given-show';
import { readPdfText } from '@/testing/read-tagged-pdf';
import { readSheets, toRecords } from '@/testing/read-workbook';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';

describe('from one season to the next', () => {
  const scene = givenWorld({ workers: 0 });

  it('X-01: a past show is taken over by hand for a new season, without figures, and undone while untouched', async () => {
    const { actor, organizationId, seriesId } = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    await page.goto(routes.show(organizationId, seriesId));
    await page.getByRole('link', { name: 'Reprendre pour une nouvelle saison' }).click();
    await page.waitForURL(`**${routes.repeatShow(organizationId, seriesId)}`);
    await page.getByLabel(/^Nom du spectacle/).fill('La Nuit des gardiens, saison 2');
    await page.getByRole('button', { name: /^Proposer les dates de la saison passée/ }).click();
    const preview = page.getByRole('region', { name: 'Dates à créer' });
    expect(await preview.getByRole('listitem').count()).toBe(3);
    await preview
      .getByRole('button', { name: /^Enlever/ })
      .first()
      .click();
    await page.mouse.move(0, 0);
    expect(await findPageFaults(page)).toEqual([]);
    // Two clicks make one show.
    await page.getByRole('button', { name: /^Créer le spectacle et 2/ }).dblclick();
    await page.getByRole('button', { name: 'Annuler la reprise' }).waitFor();
    const made = await scene.db.series.findMany({
      where: { organizationId, system: 'manual' },
      include: { performances: true },
    });
    expect(
      made.map(({ name, capacity, repeatedFromId, totalExpensesIncludingCents, performances }) => ({
        ...{ name, capacity, repeatedFromId, totalExpensesIncludingCents },
        figures: performances.map(({ importedIncludingCents, importedPaidTickets }) => [
          Number(importedIncludingCents),
          importedPaidTickets,
        ]),
      })),
    ).toEqual([
      {
        name: 'La Nuit des gardiens, saison 2',
        capacity: 180,
        repeatedFromId: seriesId,
        totalExpensesIncludingCents: null,
        figures: [
          [0, 0],
          [0, 0],
        ],
      },
    ]);
    await page.mouse.move(0, 0);
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuler la reprise' }).click();
    await page.waitForURL(`**${routes.show(organizationId, seriesId)}`);
    expect(await scene.db.series.count({ where: { organizationId, system: 'manual' } })).toBe(0);
    await visitor.leave();
  });

  it('X-02: everything is taken away as a workbook, the filtered list too, a show and a season as documents', async () => {
    const { actor, organizationId, seriesId } = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    await page.goto(routes.shows(organizationId, { recherche: 'gardiens' }));
    const list = await download(page, 'Exporter cette liste (XLSX)');
    expect(list.name).toMatch(/^Spectacles - .*\.xlsx$/);
    expect((await readSheets(list.bytes)).map(({ rows }) => rows[1]?.[0])).toEqual(['La Nuit des gardiens']);

    await page.getByRole('link', { name: 'Tous les exports' }).click();
    await page.getByRole('heading', { name: 'Exports' }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    const whole = await download(page, 'Export complet (XLSX)');
    const sheets = new Map((await readSheets(whole.bytes)).map((sheet) => [sheet.name, toRecords(sheet)]));
    expect(sheets.get('Représentations')).toHaveLength(3);
    expect(sheets.get('Spectacles')).toMatchObject([{ Spectacle: 'La Nuit des gardiens', 'Billetterie TTC': 5400 }]);

    const readDocument = async (path: string) => {
      const response = await page.request.get(path);
      expect(response.headers()['content-type']).toBe('application/pdf');
      return readPdfText(await response.body());
    };
    const season = await page.getByRole('link', { name: /^Saison 2023-2024/ }).getAttribute('href');
    expect(await readDocument(season ?? '')).toContain('1 spectacle, 3 représentations');
    await page.goto(routes.show(organizationId, seriesId));
    const record = await page.getByRole('link', { name: /^Fiche à imprimer/ }).getAttribute('href');
    expect(await readDocument(record ?? '')).toContain('Total des recettes 5 118,48 € 281,52 € 5 400,00 €');
    await visitor.leave();
  });
});

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const anchor = page.getByRole('link', { name: link });
  const [file] = await Promise.all([page.waitForEvent('download'), anchor.click()]);
  // As the server names it: a browser under load may announce a file before it knows.
  const answer = await page.request.get((await anchor.getAttribute('href')) ?? '');
  const [, name = ''] = /filename\*=UTF-8''(\S+)/.exec(answer.headers()['content-disposition'] ?? '') ?? [];
  return { name: decodeURIComponent(name), bytes: await readFile(await file.path()) };
}
