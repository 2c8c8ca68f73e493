import { describe, expect, it } from '@jest/globals';
import { givenWorld } from './harness/given-world';
import { openVisitor } from './harness/open-visitor';
import { confirmAddress, signIn, signUp } from './people/account';
import { readLink, waitForMail } from './people/mail';
import { inventPerson } from './people/person';

describe('an account', () => {
  const scene = givenWorld();

  it('C-01: is created with a live checklist and terms that nobody ticked, confirmed by mail, and opened', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url);
    const { page } = visitor;
    const person = inventPerson();

    await page.goto('/inscription');
    const terms = page.getByRole('checkbox', { name: /J’accepte/ });
    expect(await terms.isChecked()).toBe(false);
    const password = page.getByLabel('Mot de passe', { exact: true });
    const kept = page.locator('.fr-message--valid');
    await password.pressSequentially('abc');
    expect(await kept.allInnerTexts()).toEqual(['une minuscule']);
    await password.fill(person.password);
    expect(await kept.count()).toBe(5);

    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.getByRole('link', { name: 'Lisez et acceptez les conditions d’utilisation.' }).waitFor();
    await signUp(page, person);
    await confirmAddress(page, scene.world.sandbox, person);
    await signIn(page, person);
    await page.getByRole('heading', { name: 'Votre structure' }).waitFor();

    const user = await scene.db.user.findUniqueOrThrow({ where: { email: person.email } });
    expect(user).toMatchObject({ firstname: 'Nolwenn', lastname: 'Cadiou', emailVerified: true });
    expect(user.termsVersion).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(user.termsAcceptedAt.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  it('C-02: asked with an address that has one already, gives the same answer, and its holder is told by mail', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url);
    const { page } = visitor;
    const person = inventPerson('Maël', 'Riou');
    await signUp(page, { ...person, email: person.email.normalize('NFD').replaceAll(/\p{M}/gu, '') });
    const email = person.email.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const first = await page.getByRole('main').innerText();
    await signUp(page, { ...person, email, password: 'Tout-autre-chose-2026 !' });

    expect(await page.getByRole('main').innerText()).toBe(first);
    expect((await waitForMail(scene.world.sandbox, email, /déjà un compte/)).text).toContain('/connexion');
    expect(await scene.db.user.count({ where: { email } })).toBe(1);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  it('C-03: whose password is forgotten gets another by mail, the old one is refused, and an unknown address learns nothing', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url);
    const { page } = visitor;
    const person = inventPerson('Soizic', 'Le Bris');
    await signUp(page, person);
    await confirmAddress(page, scene.world.sandbox, person);

    const ask = async (email: string) => {
      await page.goto('/mot-de-passe-oublie');
      await page.getByLabel('Adresse électronique').fill(email);
      await page.getByRole('main').getByRole('button').last().click();
      await page.getByRole('heading', { name: 'Consultez votre boîte aux lettres' }).waitFor();
      return (await page.getByRole('main').innerText()).replaceAll(email, '…');
    };
    const known = await ask(person.email);
    expect(await ask('personne@nulle-part.test')).toBe(known);

    const mail = await waitForMail(scene.world.sandbox, person.email, /nouveau mot de passe/);
    await page.goto(readLink(mail, scene.world.url));
    const renewed = 'Un-autre-phare-2026 !';
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(renewed);
    await page.getByRole('main').locator('button[type=submit]').click();
    await page.getByText('Votre mot de passe est changé').waitFor();

    await signIn(page, person);
    await page.getByRole('alert').first().waitFor();
    await signIn(page, { email: person.email, password: renewed });
    await page.getByRole('heading', { name: 'Votre structure' }).waitFor();
    expect(scene.world.sandbox.messages('personne@nulle-part.test')).toEqual([]);
    await visitor.leave();
  });

  it('C-04: is left for good: going back shows nothing more', async () => {
    const visitor = await openVisitor(scene.browser, scene.world.url);
    const { page } = visitor;
    const person = inventPerson('Yann', 'Kermarrec');
    await signUp(page, person);
    await confirmAddress(page, scene.world.sandbox, person);
    await signIn(page, person);
    await page.getByRole('heading', { name: 'Votre structure' }).waitFor();

    await page.getByRole('button', { name: /Yann/ }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/structures'));
    await page.goto('/structures/nouvelle');
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    expect(await scene.db.session.count({ where: { user: { email: person.email } } })).toBe(0);
    await visitor.leave();
  });
});
