import { type Page } from 'playwright-core';
import { type Sandbox } from '@/sandbox/start-sandbox';
import { readLink, waitForMail } from './mail';
import { type Person } from './person';

/** Fills the sign-up form and sends it; ends on the page that says to look at one's mail. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto('/inscription');
  await page.getByLabel('Prénom').fill(person.firstname);
  await page.getByLabel('Nom', { exact: true }).fill(person.lastname);
  await page.getByLabel('Adresse électronique').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('checkbox', { name: /J’accepte/ }).check({ force: true });
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await page.getByRole('heading', { name: 'Consultez votre boîte aux lettres' }).waitFor();
}

/** Follows the link of the confirmation mail; ends on the sign-in page. */
export async function confirmAddress(page: Page, sandbox: Sandbox, person: Person): Promise<void> {
  const mail = await waitForMail(sandbox, person.email, /confirm/i);
  await page.goto(readLink(mail, new URL(page.url()).origin));
  await page.getByText('Votre adresse est confirmée').waitFor();
}

export async function signIn(page: Page, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  if (!page.url().includes('/connexion')) await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Finds the company in the directory and makes it the person's structure; ends where its ticketing system is asked. */
export async function createOrganization(page: Page, search: string, name: RegExp): Promise<void> {
  await page.getByRole('heading', { name: 'Votre structure' }).waitFor();
  await page.getByRole('combobox', { name: /^Nom ou numéro SIRET/ }).fill(search);
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('button', { name: 'Oui, c’est ma structure' }).click();
  await page.getByRole('heading', { name: /Quelle est votre billetterie/ }).waitFor();
}

/** Gives the keys of a Billetweb account; ends when they are accepted. */
export async function connectBilletweb(page: Page, user: string, key: string): Promise<void> {
  await page.getByRole('button', { name: /^Billetweb/ }).click();
  await fillKeys(page, user, key);
  await page.getByRole('heading', { name: /Billetweb/, level: 2 }).waitFor();
}

export async function fillKeys(page: Page, user: string, key: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Clé Billetweb' });
  await form.getByRole('textbox').nth(0).fill(user);
  await form.getByRole('textbox').nth(1).fill(key);
  await form.getByRole('button', { name: 'Vérifier et connecter' }).click();
}
