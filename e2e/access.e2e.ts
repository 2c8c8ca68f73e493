import { describe, expect, it } from '@jest/globals';
import { type Locator, type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { openVisitor } from './harness/open-visitor';
import { findPageFaults } from './people/check-page';
import { press, tick, typeIn } from './people/keyboard';
import { readLink, waitForMail } from './people/mail';
import { openMember } from './people/open-member';
import { inventPerson } from './people/person';
import { findSummary } from './people/show-page';

describe('access for everybody', () => {
  const scene = givenWorld({}, givenAgencies);

  it('A-01: from the sign-up to the receipt with the keyboard alone, and axe finds nothing on the way', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url, { viewport: { width: 1280, height: 800 } });
    const { page } = visitor;
    const person = inventPerson('Enora', 'Tanguy');
    const faults: string[] = [];
    const look = async () => faults.push(...(await findPageFaults(page)));
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const link = (name: string | RegExp) => page.getByRole('link', { name });

    await page.goto('/');
    await look();
    await press(page, link(/Créer (un|mon) compte/));
    await page.getByRole('heading', { name: 'Créer un compte' }).waitFor();
    await look();
    await typeIn(page, page.getByLabel('Prénom'), person.firstname);
    await typeIn(page, page.getByLabel('Nom', { exact: true }), person.lastname);
    await typeIn(page, page.getByLabel('Adresse électronique'), person.email);
    await typeIn(page, page.getByLabel('Mot de passe', { exact: true }), person.password);
    await tick(page, page.getByRole('checkbox', { name: /J’accepte/ }));
    await press(page, button('Créer mon compte'));
    await page.getByRole('heading', { name: 'Consultez votre boîte aux lettres' }).waitFor();
    await look();

    await page.goto(readLink(await waitForMail(scene.world.sandbox, person.email, /confirm/i), scene.world.url));
    await page.getByText('Votre adresse est confirmée').waitFor();
    await look();
    await typeIn(page, page.getByLabel('Adresse électronique'), person.email);
    await typeIn(page, page.getByLabel('Mot de passe', { exact: true }), person.password);
    await press(page, page.locator('button[type=submit]'));

    await page.getByRole('heading', { name: 'Votre structure' }).waitFor();
    await look();
    await typeIn(page, page.getByRole('combobox', { name: /^Nom ou numéro SIRET/ }), 'embruns');
    await page.getByRole('option', { name: /Compagnie des Embruns/i }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page, button('Oui, c’est ma structure'));

    await page.getByRole('heading', { name: /Quelle est votre billetterie/ }).waitFor();
    await press(page, button(/^Billetweb/));
    await look();
    const keys = page.getByRole('form', { name: 'Clé Billetweb' }).getByRole('textbox');
    await typeIn(page, keys.nth(0), 'user-821');
    await typeIn(page, keys.nth(1), 'key-821');
    await press(page, button('Vérifier et connecter'));
    await page.getByText(/\d+\snouveaux\sspectacles/).waitFor({ timeout: 90_000 });
    await look();

    await press(page, link('À faire'));
    await page.getByRole('heading', { name: 'À faire', level: 1 }).waitFor();
    await look();
    await press(page, link('Spectacles'));
    await page.getByRole('heading', { name: 'Spectacles', level: 1 }).waitFor();
    await look();
    await press(page, link(/La Nuit des gardiens/));
    await page.getByRole('heading', { name: 'Représentations' }).waitFor();
    await look();
    await fillWithKeys(page);
    await look();

    await press(page, link('Vérifier et transmettre'));
    await page.getByRole('heading', { name: 'Vérifier et transmettre' }).waitFor();
    await look();
    await tick(page, page.getByRole('checkbox', { name: /Je certifie/ }));
    await press(page, button(/^Transmettre à/));
    await page.waitForURL('**/envois/*');
    const receipt = await waitForMail(scene.world.sandbox, person.email, /SACEM/);
    expect(receipt.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    await waitForMail(scene.world.sandbox, person.email, /SACD/);
    await look();
    await press(page, link('Envois'));
    await page.getByRole('heading', { name: 'Envois', level: 1 }).waitFor();
    await look();

    const states = await scene.db.submission.findMany({
      where: { authorEmail: person.email },
      select: { organism: true, state: true },
      orderBy: { organism: 'asc' },
    });
    expect(states).toEqual([
      { organism: 'SACEM', state: 'sent' },
      { organism: 'SACD', state: 'accepted' },
    ]);
    expect(faults).toEqual([]);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 300_000);

  it('A-02: every other page passes axe in light and in dark, and does not scroll sideways at 320 px', async () => {
    const show = await givenShow(scene.db);
    const visitor = await openMember(scene.browser, scene.world.url, show.actor);
    const { page } = visitor;
    const { organizationId, seriesId } = show;
    const faults: string[] = [];
    const paths = [
      routes.forgottenPassword,
      `${routes.newPassword}?token=inconnu`,
      routes.terms,
      routes.legalNotice,
      routes.privacy,
      routes.accessibility,
      '/une-page-qui-n-existe-pas',
      routes.connections(organizationId),
      routes.show(organizationId, seriesId),
      routes.transmit(organizationId, seriesId),
      routes.submissions(organizationId),
    ];
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      faults.push(...(await findPageFaults(page)));
    }
    expect(faults).toEqual([]);
    await visitor.leave();
  }, 180_000);

  it('A-03: the menu of a narrow screen, the theme, and a page at rest that asks for no frame', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url, { viewport: { width: 360, height: 740 } });
    const { page } = visitor;
    await page.goto('/');
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await press(page, page.getByRole('button', { name: 'Menu', exact: true }));
    await menu.waitFor();
    expect(await page.getByRole('button', { name: 'Fermer' }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await menu.getByRole('link').last().evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Menu', exact: true }).evaluate(isFocused)).toBe(true);

    const theme = () => page.evaluate(() => document.documentElement.dataset['frTheme']);
    await page.getByLabel('Thème').selectOption({ label: 'Sombre' });
    expect(await theme()).toBe('dark');
    await page.goto('/connexion');
    expect(await theme()).toBe('dark');
    await page.getByLabel('Thème').selectOption({ label: 'Comme l’appareil' });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForFunction(() => document.documentElement.dataset['frTheme'] === 'light');

    expect(await page.evaluate(countFramesAskedFor)).toBe(0);
    await visitor.leave();
  }, 60_000);
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** Of the page's own code, during half a second in which nobody touches anything. */
function countFramesAskedFor(): Promise<number> {
  const ask = window.requestAnimationFrame.bind(window);
  let asked = 0;
  window.requestAnimationFrame = (callback) => {
    asked += 1;
    return ask(callback);
  };
  return new Promise((resolve) => setTimeout(() => resolve(asked), 500));
}

/** Everything that SACEM and SACD ask of a show, typed with the keyboard; ends when both are complete and it is saved. */
async function fillWithKeys(page: Page): Promise<void> {
  for (const name of [/^SACEM/, /^SACD/]) {
    const box = page.getByRole('checkbox', { name });
    await box.and(page.locator(':enabled:not([aria-disabled])')).waitFor({ state: 'attached' });
    await tick(page, box);
  }
  await typeIn(page, page.getByLabel('Numéro de client SACEM'), '500123');
  await typeIn(page, page.getByLabel('Identifiant SACD'), '40418');
  await typeIn(page, page.getByLabel('Genre du spectacle'), 'Théâtre, conte');
  const producer = page.getByRole('group', { name: /^Producteur du spectacle/ });
  await press(page, producer.getByRole('button', { name: /producteur$/ }));
  await typeGroup(page, producer, [
    [/^Nom du producteur/, 'Compagnie des Embruns'],
    [/^SIREN/, '443061841'],
  ]);
  await press(page, producer.getByRole('button', { name: 'Valider le producteur' }));
  const venue = page.getByRole('group', { name: /^Lieu du spectacle/ });
  await press(page, venue.getByRole('button', { name: /lieu$/ }));
  await typeGroup(page, venue, [
    [/^Nom du lieu/, 'Salle du Stiff'],
    [/^Numéro et rue/, '1 place de l’Église'],
    [/^Code postal/, '29242'],
    [/^Commune/, 'Ouessant'],
  ]);
  await press(page, venue.getByRole('button', { name: 'Valider le lieu' }));
  await typeIn(page, page.getByLabel('Jauge de la salle'), '250');
  for (const [name, euros] of [
    [/^Dépenses totales/, '2532'],
    [/^Frais d’approche/, '422'],
    [/^Frais spécifiques au cirque/, '0'],
  ] as const) {
    await typeIn(page, page.getByRole('group', { name }).getByLabel(/^TTC/), euros);
    await page.keyboard.press('Tab');
  }
  for (const name of ['SACEM', 'SACD']) {
    await findSummary(page).getByRole('region', { name }).getByText('Complète, prête à être vérifiée.').waitFor();
  }
  await findSummary(page)
    .getByText(/^Enregistré à/)
    .waitFor();
}

async function typeGroup(page: Page, group: Locator, values: readonly (readonly [RegExp, string])[]): Promise<void> {
  for (const [label, text] of values) await typeIn(page, group.getByRole('textbox', { name: label }), text);
}
