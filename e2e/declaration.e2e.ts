import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type GivenShow, givenActor, givenAgencies, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { type Visitor } from './harness/open-visitor';
import { expectNoFault } from './people/expect-no-fault';
import { openMember } from './people/open-member';
import { findPerformance, findSummary, openShow, readText, readTexts, type, waitForSaved } from './people/show-page';
import { waitUntil } from './people/wait-until';

const nothingTyped = {
  genre: null,
  capacity: null,
  venueId: null,
  producerName: null,
  producerSiren: null,
  totalExpensesExcludingCents: null,
  totalExpensesIncludingCents: null,
  approachExcludingCents: null,
  approachIncludingCents: null,
  circusExcludingCents: null,
  circusIncludingCents: null,
};

describe('filling in a show', () => {
  const scene = givenWorld({ workers: 0 }, givenAgencies);

  async function givenVisitor(
    values: Parameters<typeof givenShow>[1] = {},
  ): Promise<{ show: GivenShow; visitor: Visitor; page: Page }> {
    const show = await givenShow(scene.db, values);
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    return { show, visitor, page: visitor.page };
  }

  const readSeries = ({ seriesId }: GivenShow) =>
    scene.db.series.findUniqueOrThrow({
      where: { id: seriesId },
      include: { organization: true, performances: { orderBy: { startAt: 'asc' } } },
    });

  it('D-01: what is missing is listed for each organism, and each line leads to its field', async () => {
    const { show, visitor, page } = await givenVisitor({
      organization: { sacemId: null, sacdId: null },
      series: nothingTyped,
    });
    const [first, second] = show.performanceIds;
    await scene.db.performance.update({ where: { id: first }, data: { importedExcludingCents: 0 } });
    await scene.db.performance.update({ where: { id: second }, data: { barIncludingCents: 1200 } });
    const common = [
      ['Indiquez le genre du spectacle.', 'series.genre'],
      ['Indiquez le lieu du spectacle.', 'series.venue'],
      ['Indiquez la jauge de la salle.', 'series.capacity'],
      ['Indiquez les dépenses totales.', 'series.expenses.total-ttc'],
      ['Indiquez les frais d’approche.', 'series.expenses.approach-ttc'],
    ];
    const ticketing = [
      'samedi 1er juin 2024 à 20 h 30 Complétez les recettes de billetterie : un montant HT va avec un montant TTC, et zéro avec zéro.',
      `performances.${first}.ticketing`,
    ];
    const bar = [
      'samedi 1er juin 2024 à 21 h 30 Complétez les recettes de consommations : un montant HT va avec un montant TTC, et zéro avec zéro.',
      `performances.${second}.otherRevenue.bar-ttc`,
    ];
    const sacem = ['Indiquez le numéro de client SACEM de votre structure.', 'organization.sacemId'];
    const sacd = ['Indiquez l’identifiant SACD de votre structure.', 'organization.sacdId'];
    const producer = ['Indiquez le producteur du spectacle.', 'series.producer'];
    const circus = ['Indiquez les frais spécifiques au cirque.', 'series.expenses.circus-ttc'];

    await openShow(page, show);
    for (const [name, expected] of [
      ['SACEM', [sacem, ...common, ticketing, bar]],
      ['SACD', [sacd, producer, ...common, circus, ticketing]],
    ] as const) {
      const region = findSummary(page).getByRole('region', { name });
      await region.getByText(`Il manque ${expected.length} informations.`).waitFor();
      await region.getByRole('button', { name: /^Voir les . autres$/ }).click();
      const found: string[][] = [];
      for (const link of await region.getByRole('link').all()) {
        await link.click();
        found.push([await readText(link), await waitForFocus(page)]);
      }
      expect(found).toEqual(expected);
    }
    await expectNoFault(visitor);
  });

  it('D-02: what is typed saves itself, a reload finds it, and what is typed without network waits and leaves when it is back', async () => {
    const { show, visitor, page } = await givenVisitor();
    const { context } = visitor;
    await openShow(page, show);
    await type(page.getByLabel('Jauge de la salle'), '200');
    await type(page.getByLabel('Numéro de client SACEM'), '500999');
    expect(await readSeries(show)).toMatchObject({ capacity: 200, organization: { sacemId: '500999' } });
    await page.reload();
    await waitForSaved(page);
    expect(await page.getByLabel('Jauge de la salle').inputValue()).toBe('200');
    expect(await page.getByLabel('Numéro de client SACEM').inputValue()).toBe('500999');

    await context.setOffline(true);
    await page.getByLabel('Genre du spectacle').selectOption('DANCE');
    await page.getByLabel('Identifiant SACD').fill('40419');
    const words = findSummary(page).getByText(/^Non enregistré\s: connexion perdue\. .* gardées sur cet appareil/);
    await words.waitFor();
    await context.setOffline(false);
    await waitForSaved(page);
    expect(await readSeries(show)).toMatchObject({ genre: 'DANCE', organization: { sacdId: '40419' } });

    await context.setOffline(true);
    await page.getByLabel('Numéro de client SACEM').fill('500777');
    await words.waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await openShow(again, show);
    await waitUntil('what was typed before the page was closed', async () => {
      const { organization } = await readSeries(show);
      return organization.sacemId === '500777';
    });
    await waitForSaved(again);
    expect(await again.getByLabel('Numéro de client SACEM').inputValue()).toBe('500777');
    expect(await again.getByLabel('Identifiant SACD').inputValue()).toBe('40419');
    await expectNoFault(visitor, /ERR_INTERNET_DISCONNECTED/);
  });

  it('D-03: of two members at work, the second learns what the first saved, and both values of a field that both changed are shown', async () => {
    const { show, visitor, page } = await givenVisitor();
    const colleague = await givenActor(scene.db, show.organizationId);
    await scene.db.user.update({
      where: { id: colleague.user.id },
      data: { name: 'Yann Le Goff', firstname: 'Yann', lastname: 'Le Goff' },
    });
    const second = await openMember(scene.browser, scene.world.url, colleague);
    await Promise.all([openShow(page, show), openShow(second.page, show)]);

    await type(page.getByLabel('Jauge de la salle'), '190');
    await second.page.getByRole('heading', { name: 'Nolwenn Cadiou a modifié ce spectacle' }).waitFor();
    await second.page.getByRole('listitem').filter({ hasText: 'la jauge de la salle' }).waitFor();
    expect(await second.page.getByLabel('Jauge de la salle').inputValue()).toBe('190');
    await second.page.getByRole('button', { name: 'J’ai vu' }).click();

    await second.context.setOffline(true);
    await second.page.getByLabel('Identifiant SACD').fill('40421');
    await second.page.getByLabel('Genre du spectacle').selectOption('DANCE');
    await findSummary(second.page)
      .getByText(/connexion perdue/)
      .waitFor();
    await type(page.getByLabel('Identifiant SACD'), '40420');
    await type(page.getByLabel('Numéro de client SACEM'), '500124');
    await waitUntil('the values of the first to be saved', async () => {
      const { organization } = await readSeries(show);
      return organization.sacdId === '40420' && organization.sacemId === '500124';
    });
    await second.context.setOffline(false);
    await second.page.getByRole('heading', { name: 'Choisissez la valeur à garder' }).waitFor();
    const conflict = second.page.getByRole('listitem').filter({ hasText: 'l’identifiant SACD de votre structure' });
    expect(await readText(conflict)).toMatch(
      /^l’identifiant SACD de votre structure Vous : 40421 (Nolwenn Cadiou|L’autre personne) : 40420 /,
    );
    await waitUntil('what is not in conflict to be saved', async () => (await readSeries(show)).genre === 'DANCE');
    expect(await readSeries(show)).toMatchObject({ organization: { sacdId: '40420', sacemId: '500124' } });
    expect(await second.page.getByLabel('Numéro de client SACEM').inputValue()).toBe('500124');

    await conflict.getByRole('button', { name: 'Garder ma valeur' }).click();
    await page.getByRole('heading', { name: 'Yann Le Goff a modifié ce spectacle' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'l’identifiant SACD' }).waitFor();
    expect(await page.getByLabel('Identifiant SACD').inputValue()).toBe('40421');
    expect(await page.getByLabel('Genre du spectacle').inputValue()).toBe('DANCE');
    await waitForSaved(second.page);
    const { capacity, genre, organization } = await readSeries(show);
    expect([capacity, genre, organization.sacdId, organization.sacemId]).toEqual([190, 'DANCE', '40421', '500124']);
    await expectNoFault(visitor);
    await expectNoFault(second, /ERR_INTERNET_DISCONNECTED|status of 409/);
  });

  it('D-04: a corrected figure is marked, shows that of the ticketing beside it, and goes back to it at one press', async () => {
    const { show, visitor, page } = await givenVisitor();
    await openShow(page, show);
    const row = findPerformance(page, '20 h 30');
    const paid = row.getByRole('textbox', { name: /^Billets payants/ });
    const including = row.getByRole('textbox', { name: /^Recette TTC/ });
    const excluding = row.getByRole('textbox', { name: /^Recette HT/ });
    const totals = findSummary(page).locator('dl');
    expect(await row.getByText(/^Billetterie/).count()).toBe(0);

    await type(paid, '118');
    expect(await readTexts(row.getByText(/^Billetterie/))).toEqual(['Billetterie : 120']);
    await type(including, '1770');
    expect(await excluding.inputValue()).toBe('1677,73');
    expect(await readTexts(row.getByText(/^Billetterie/))).toEqual([
      'Billetterie : 120',
      'Billetterie : 1 706,16 €',
      'Billetterie : 1 800,00 €',
    ]);
    expect(await readText(totals)).toContain('Billets 382 dont 24 gratuits');
    expect(await readText(totals)).toContain('Billetterie TTC 5 370,00 €');
    await row.getByRole('button', { name: 'Détails' }).click();
    const origin = page.getByRole('region', { name: /^D’où viennent ces chiffres/ });
    await origin.getByText(/^Corrigé par Nolwenn Cadiou le /).waitFor();
    expect(await readTexts(origin.getByRole('listitem'))).toEqual([
      'TTC 1 770,00 € au lieu de 1 800,00 €',
      'HT 1 677,73 € au lieu de 1 706,16 €',
      '118 billets payants au lieu de 120 billets payants',
    ]);
    expect((await readSeries(show)).performances[0]).toMatchObject({
      importedPaidTickets: 120,
      correctedPaidTickets: 118,
      importedIncludingCents: 180000n,
      correctedIncludingCents: 177000n,
      correctedExcludingCents: 167773n,
      correctedBy: 'Nolwenn Cadiou',
    });

    await row.getByRole('button', { name: 'Rétablir', exact: true }).click();
    await row.getByRole('button', { name: 'Rétablir HT et TTC' }).click();
    await waitForSaved(page);
    expect([await paid.inputValue(), await excluding.inputValue(), await including.inputValue()]).toEqual([
      '120',
      '1706,16',
      '1800,00',
    ]);
    expect(await row.getByText(/^Billetterie/).count()).toBe(0);
    expect(await readText(totals)).toContain('Billetterie TTC 5 400,00 €');
    expect((await readSeries(show)).performances[0]).toMatchObject({
      correctedPaidTickets: null,
      correctedIncludingCents: null,
      correctedExcludingCents: null,
      correctedBy: null,
    });
    await expectNoFault(visitor);
  });

  it('D-05: another default value changes the performances that showed the former one, and says how many', async () => {
    const { show, visitor, page } = await givenVisitor();
    await scene.db.performance.update({ where: { id: show.performanceIds[1] }, data: { capacity: 150 } });
    await openShow(page, show);
    for (const hour of ['20 h 30', '21 h 30']) {
      await findPerformance(page, hour).getByRole('button', { name: 'Détails' }).click();
    }
    const own = page.getByLabel('Jauge de cette représentation');
    await own.nth(1).waitFor();

    await type(page.getByLabel('Jauge de la salle'), '200');
    await page.getByText(/^2\sreprésentations ont suivi\s; 1\sreprésentation garde sa propre valeur\.$/).waitFor();
    expect([await own.nth(0).inputValue(), await own.nth(1).inputValue()]).toEqual(['', '150']);
    expect(await page.getByText(/^Vide\s: comme le spectacle \(200\splaces\)$/).count()).toBe(2);
    await waitUntil('the capacity to be kept', async () => ((await readSeries(show)).capacity === 200 ? true : null));
    const { performances } = await readSeries(show);
    expect(performances.map((one) => one.capacity)).toEqual([null, 150, null]);

    await page.getByLabel('Public', { exact: true }).selectOption('Jeune public');
    await page.getByText(/^3\sreprésentations ont suivi\.$/).waitFor();
    await waitForSaved(page);
    expect(await readSeries(show)).toMatchObject({ audience: 'YOUNG', capacity: 200 });
    await expectNoFault(visitor);
  });
});

/** Id of the field that has the focus, once one has it: some are in a part of the page that opens for them. */
function waitForFocus(page: Page): Promise<string> {
  return waitUntil('the focus', () =>
    page.evaluate(() => (document.activeElement instanceof HTMLAnchorElement ? null : document.activeElement?.id)),
  );
}
