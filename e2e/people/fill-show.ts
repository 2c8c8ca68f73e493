import { type Locator, type Page } from 'playwright-core';

/** Answers everything that SACEM and SACD ask of a show played in Ouessant; ends when both are complete and it is saved. */
export async function fillShow(page: Page, ids: { readonly sacemId: string; readonly sacdId: string }): Promise<void> {
  for (const name of [/^SACEM/, /^SACD/]) await choose(page.getByRole('checkbox', { name }));
  await page.getByLabel('Numéro de client SACEM').fill(ids.sacemId);
  await page.getByLabel('Identifiant SACD').fill(ids.sacdId);
  await page.getByLabel('Genre du spectacle').selectOption('THEATRE_AND_STORYTELLING_AND_MIME');
  await fillProducer(page.getByRole('group', { name: /^Producteur du spectacle/ }));
  await fillVenue(page.getByRole('group', { name: /^Lieu du spectacle/ }));
  await page.getByLabel('Jauge de la salle').fill('250');
  await fillExpense(page, /^Dépenses totales/, '2532');
  await fillExpense(page, /^Frais d’approche/, '422');
  await fillExpense(page, /^Frais spécifiques au cirque/, '0');
  const summary = page.getByRole('complementary', { name: 'En résumé' });
  for (const name of ['SACEM', 'SACD']) {
    await summary.getByRole('region', { name }).getByText('Complète, prête à être vérifiée.').waitFor();
  }
  await summary.getByText(/^Enregistré à/).waitFor();
}

/** The choice of organisms saves itself, and is closed meanwhile. */
async function choose(checkbox: Locator): Promise<void> {
  await checkbox.and(checkbox.page().locator(':enabled:not([aria-disabled])')).waitFor({ state: 'attached' });
  if (!(await checkbox.isChecked())) await checkbox.check({ force: true });
}

async function fillProducer(group: Locator): Promise<void> {
  await group.getByRole('button', { name: /producteur$/ }).click();
  await group.getByLabel('Nom du producteur').fill('Compagnie des Embruns');
  await group.getByLabel(/^SIREN/).fill('443061841');
  await group.getByRole('button', { name: 'Valider le producteur' }).click();
}

async function fillVenue(group: Locator): Promise<void> {
  await group.getByRole('button', { name: /lieu$/ }).click();
  await group.getByLabel('Nom du lieu').fill('Salle du Stiff');
  await group.getByLabel('Numéro et rue').fill('1 place de l’Église');
  await group.getByLabel('Code postal').fill('29242');
  await group.getByLabel('Commune').fill('Ouessant');
  await group.getByRole('button', { name: 'Valider le lieu' }).click();
}

/** The amount with taxes; the other one is proposed. */
async function fillExpense(page: Page, name: RegExp, euros: string): Promise<void> {
  const input = page.getByRole('group', { name }).getByLabel(/^TTC/);
  await input.fill(euros);
  await input.press('Tab');
}
