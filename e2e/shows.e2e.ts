import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type Database } from '@/server/db/client';
import { type DeclarationState } from '@/server/db/generated/client';
import { toSearchText } from '@/server/series/to-search-text';
import { givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { expectNoFault } from './people/expect-no-fault';
import { openMember } from './people/open-member';
import { readText, readTexts } from './people/show-page';
import { waitUntil } from './people/wait-until';

describe('finding a show and what is left to do', () => {
  const scene = givenWorld({ workers: 0 });

  it('L-01: the list is filtered, searched and sorted, the address keeps the choices, and «À faire» says in words what is missing', async () => {
    const show = await givenShow(scene.db, {
      series: { genre: null, capacity: null },
      organisms: ['SACEM'],
    });
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    const { page } = visitor;
    const { organizationId } = show;
    await givenOtherShow(scene.db, organizationId, 'Bal des marins', '2024-03-02', 'accepted');
    await givenOtherShow(scene.db, organizationId, 'Contes du Stiff', '2024-05-04', 'refused');
    await givenOtherShow(scene.db, organizationId, 'Été sur la lande', '2099-07-01', null);

    await page.goto(routes.shows(organizationId));
    await waitForShows(page, ['Été sur la lande', 'La Nuit des gardiens', 'Contes du Stiff', 'Bal des marins']);
    const filters = page.getByRole('navigation', { name: 'Filtrer les spectacles' });
    expect(await readTexts(filters.getByRole('link'))).toEqual([
      'Tous 4',
      'À déclarer 2',
      'À vérifier 1',
      'À venir 1',
      'Déclarés 1',
    ]);
    for (const [filter, names] of [
      ['À déclarer', ['La Nuit des gardiens', 'Contes du Stiff']],
      ['À vérifier', ['Contes du Stiff']],
      ['Déclarés', ['Bal des marins']],
      ['À venir', ['Été sur la lande']],
      ['Tous', ['Été sur la lande', 'La Nuit des gardiens', 'Contes du Stiff', 'Bal des marins']],
    ] as const) {
      await filters.getByRole('link', { name: filter }).click();
      await waitForShows(page, names);
    }
    await page.getByLabel('Trier').selectOption('Par nom');
    await waitForShows(page, ['Bal des marins', 'Contes du Stiff', 'Été sur la lande', 'La Nuit des gardiens']);
    await page.getByLabel('Chercher un spectacle').fill('ete LANDE');
    await waitForShows(page, ['Été sur la lande']);
    await page.getByLabel('Chercher un spectacle').fill('s');
    await waitForShows(page, ['Bal des marins', 'Contes du Stiff', 'Été sur la lande', 'La Nuit des gardiens']);
    await filters.getByRole('link', { name: 'À déclarer' }).click();
    await waitForShows(page, ['Contes du Stiff', 'La Nuit des gardiens']);
    const address = routes.shows(organizationId, { filtre: 'a-declarer', tri: 'nom', recherche: 's' });
    expect(page.url()).toBe(scene.world.url + address);
    await page.reload();
    await waitForShows(page, ['Contes du Stiff', 'La Nuit des gardiens']);
    await page.goBack();
    await waitForShows(page, ['Bal des marins', 'Contes du Stiff', 'Été sur la lande', 'La Nuit des gardiens']);

    await page.goto(routes.todo(organizationId));
    const late = page.getByRole('region', { name: /^En retard/ }).getByRole('listitem');
    const line = late.filter({ hasText: 'La Nuit des gardiens' });
    expect(await readText(line)).toContain('Il manque le genre du spectacle et la jauge de la salle.');
    expect(await late.filter({ hasText: 'Été sur la lande' }).count()).toBe(0);
    await line.getByRole('link', { name: /^Compléter/ }).click();
    await page.getByRole('heading', { name: 'La Nuit des gardiens', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(routes.show(organizationId, show.seriesId));
    await expectNoFault(visitor);
  });
});

/** A show of one evening, played that day; `state` is that of its declaration to SACD, null when none is asked for. */
async function givenOtherShow(
  db: Database,
  organizationId: string,
  name: string,
  day: string,
  state: DeclarationState | null,
): Promise<void> {
  const startAt = new Date(`${day}T19:00:00Z`);
  await db.series.create({
    data: {
      organizationId,
      system: 'billetweb',
      remoteAccount: 'compte',
      remoteId: name,
      name,
      searchText: toSearchText(name),
      firstStartAt: startAt,
      lastStartAt: startAt,
      lastEndAt: startAt,
      declarations: { create: state ? [{ organism: 'SACD', state }] : [] },
    },
  });
}

async function waitForShows(page: Page, names: readonly string[]): Promise<void> {
  const shown = () => page.getByRole('rowheader').allInnerTexts();
  await waitUntil(`the list to be ${names.join(', ')}`, async () => (await shown()).join() === names.join(), 15_000);
}
