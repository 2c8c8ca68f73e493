import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';
import { readText } from './people/show-page';

const sales = [
  'Manifestation;Date de la séance;Acheteur;Tarif;Prix TTC',
  'Le Bal des fous de Bassan;26/06/2026 20:30;Nolwenn Cadiou;Plein;15,00',
  'Le Bal des fous de Bassan;26/06/2026 20:30;Yann Le Gall;Exonéré;0,00',
  'Le Bal des fous de Bassan;27/06/2026 20:30;Maël Tanguy;Réduit;10,50',
  'Le Bal des fous de Bassan;31/06/2026 20:30;Soizic Morvan;Réduit;10,50',
].join('\r\n');

describe('the export of another ticketing system', () => {
  const scene = givenWorld();

  it('I-01: an unknown CSV is read, what it does not tell is asked, and its show is on its page; again, it changes nothing', async () => {
    const { actor, organizationId } = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    const give = async (name: string, content: string) => {
      const buffer = Buffer.from(content);
      await page.getByLabel(/^Déposez le fichier ici/).setInputFiles({ name, mimeType: 'text/csv', buffer });
    };
    await page.goto(routes.newConnection(organizationId));
    await page.getByRole('button', { name: /^Une autre/ }).click();
    await page.getByRole('link', { name: 'Importer un fichier' }).click();
    await page.waitForURL(`**${routes.newImport(organizationId)}`);
    expect(await findPageFaults(page)).toEqual([]);
    await give('ventes.csv', sales);

    await page.getByRole('heading', { name: 'Ce que le fichier ne dit pas' }).waitFor();
    await page.getByText(/^Ligne 5\s:/).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByLabel(/^Taux de TVA des billets/).selectOption('550');
    await page.getByRole('button', { name: 'Relire avec ces réponses' }).click();
    await page.getByRole('heading', { name: 'Vos réponses' }).waitFor();
    expect(await readText(page.getByRole('region', { name: 'Ce qui a été lu' }))).toContain('25,50 €');
    await page.getByLabel(/^Nom de cette billetterie/).fill('Guichet du phare');
    await page.getByRole('button', { name: 'Enregistrer ces recettes' }).click();
    await page.getByText(/^1\snouveau spectacle, 2\snouvelles représentations/).waitFor();
    expect(await scene.db.importChunk.count()).toBe(0);

    await page.getByRole('link', { name: 'Voir mes spectacles' }).click();
    await page.getByRole('link', { name: 'Le Bal des fous de Bassan' }).click();
    await page.getByRole('heading', { name: 'Représentations' }).waitFor();
    await page.getByText(/Billetterie\s: Guichet du phare/).waitFor();
    expect(await readText(page.getByRole('complementary', { name: 'En résumé' }))).toContain('25,50 €');

    await page.goto(routes.newImport(organizationId));
    await give('ventes-de-juillet.csv', sales);
    await page.getByText(/comme dans votre précédent fichier/).waitFor();
    await page.getByRole('button', { name: 'Enregistrer ces recettes' }).click();
    await page.getByText(/^Ce fichier n’a rien changé/).waitFor();
    await visitor.leave();
  });

  it('I-02: a file that cannot be read is refused with a sentence that says what to do', async () => {
    const { actor, organizationId } = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    const give = async (name: string, content: string) => {
      await page.goto(routes.newImport(organizationId));
      const buffer = Buffer.from(content);
      await page.getByLabel(/^Déposez le fichier ici/).setInputFiles({ name, mimeType: 'text/csv', buffer });
    };
    await give('ventes.xlsx', 'ceci n’est pas un classeur');
    await page.getByText(/^Le contenu de ce fichier ne correspond pas à son nom/).waitFor();
    await page.getByRole('link', { name: 'Choisir un autre fichier' }).waitFor();
    await page.getByRole('link', { name: 'Choisir un autre fichier' }).click();
    await drop(page, 'ventes.csv', 'Bonjour,\r\nvoici les ventes.');
    await page.getByRole('heading', { name: 'Ce fichier ne peut pas être importé' }).waitFor();
    expect(await scene.db.importChunk.count()).toBe(0);
    await visitor.leave();
  });
});

/** What a browser does of a file let go over the page. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.content], file.name, { type: 'text/csv' }));
      return transfer;
    },
    { name, content },
  );
  const place = page.locator('[role=presentation]', { has: page.getByLabel(/^Déposez le fichier ici/) });
  await place.dispatchEvent('dragover', { dataTransfer: files });
  await place.dispatchEvent('drop', { dataTransfer: files });
}
