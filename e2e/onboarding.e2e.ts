import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { givenWorld } from './harness/given-world';
import { readLedger, readStoredFigures } from './harness/compare-with-ledger';
import { type Visitor, openVisitor } from './harness/open-visitor';
import { confirmAddress, connectBilletweb, createOrganization, fillKeys, signIn, signUp } from './people/account';
import { type Person, inventPerson } from './people/person';

describe('the first ten minutes', () => {
  const scene = givenWorld();

  async function openNewAccount(): Promise<{ visitor: Visitor; page: Page; person: Person }> {
    const visitor = await openVisitor(scene.browser, scene.world.url);
    const { page } = visitor;
    const person = inventPerson();
    await signUp(page, person);
    await confirmAddress(page, scene.world.sandbox, person);
    await signIn(page, person);
    return { visitor, page, person };
  }

  it('S-01: a structure is found in the directory by its name and created by choosing it', async () => {
    const { visitor, page, person } = await openNewAccount();
    await createOrganization(page, 'tréteaux compagnie', /Association Tréteaux et Compagnie/i);

    const organization = await scene.db.organization.findFirstOrThrow({
      where: { memberships: { some: { user: { email: person.email } } } },
    });
    expect(organization).toMatchObject({
      name: 'ASSOCIATION TRÉTEAUX ET COMPAGNIE',
      street: '5 RUE DES HALLES',
      postalCode: '35000',
      city: 'RENNES',
      countryCode: 'FR',
    });
    expect(organization.siret.startsWith(organization.siren)).toBe(true);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  it('S-02: when the directory does not answer, the structure is typed by hand', async () => {
    const { visitor, page, person } = await openNewAccount();
    scene.world.sandbox.setTrouble('companies', { mode: '500' });
    scene.world.sandbox.setTrouble('addresses', { mode: '500' });
    await page.getByRole('combobox', { name: /^Nom ou numéro SIRET/ }).fill('compagnie des quais');
    await page.getByText('L’annuaire ne répond pas en ce moment').waitFor();

    const form = page.getByRole('form', { name: 'Saisir votre structure' });
    await form.getByLabel('Nom de la structure').fill('Compagnie des Quais');
    await form.getByLabel('Numéro SIRET du siège').fill('443 061 841 00021');
    await form.getByRole('combobox', { name: /^Numéro et rue/ }).fill('2 quai des Indes');
    await form.getByLabel('Code postal').fill('56100');
    await form.getByRole('textbox', { name: 'Ville' }).fill('Lorient');
    await form.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: /Quelle est votre billetterie/ }).waitFor();
    scene.world.sandbox.clearTrouble('companies');
    scene.world.sandbox.clearTrouble('addresses');

    expect(
      await scene.db.organization.findFirst({
        where: { memberships: { some: { user: { email: person.email } } } },
        select: { name: true, siren: true, siret: true, street: true, postalCode: true, city: true },
      }),
    ).toEqual({
      name: 'Compagnie des Quais',
      siren: '443061841',
      siret: '44306184100021',
      street: '2 quai des Indes',
      postalCode: '56100',
      city: 'Lorient',
    });
    await visitor.leave();
  });

  it('B-01: a good key is verified, never shown again, and the first synchronisation grows on screen', async () => {
    const { visitor, page } = await openNewAccount();
    await createOrganization(page, 'marée haute', /Théâtre de la Marée Haute/i);
    // Slow enough for a person, and for this test, to see it grow.
    scene.world.sandbox.setTrouble('billetweb', { mode: 'slow', only: 'user-811', delayMilliseconds: 150 });
    await connectBilletweb(page, 'user-811', 'key-811');

    await page.getByText(/\d+\sspectacles?\ssur\s\d+,\s\d+\sreprésentations?,\s[\d\s]+\sbillets?/).waitFor();
    await page.getByText(/\d+\snouveaux\sspectacles,\s\d+\snouvelles\sreprésentations/).waitFor({ timeout: 90_000 });
    const content = await page.content();
    expect(content).not.toContain('key-811');
    expect(content).toContain('-811');

    const [, organizationId = ''] = /structures\/([^/]+)/.exec(page.url()) ?? [];
    const stored = await readStoredFigures(scene.db, organizationId);
    expect(stored.length).toBeGreaterThan(20);
    const played = stored.filter(({ paid, free }) => paid + free > 0);
    expect(played).toEqual(
      readLedger(scene.world.sandbox, 'billetweb', 'user-811', new Set(stored.map(({ show }) => show))),
    );
    const connection = await scene.db.ticketingConnection.findFirstOrThrow({
      where: { remoteAccount: { contains: 'user-811' } },
    });
    expect(connection.credentials).not.toContain('key-811');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });

  it('B-02: a wrong key, a limited key and a Billetweb that is down each say what to do, and nothing is kept', async () => {
    const { visitor, page, person } = await openNewAccount();
    await createOrganization(page, 'carrelet', /Théâtre du Carrelet/i);
    await page.getByRole('button', { name: /^Billetweb/ }).click();

    await fillKeys(page, 'demo-user', 'une-cle-fausse');
    await page.getByText('Cette clé n’est pas reconnue par Billetweb').waitFor();
    await fillKeys(page, 'demo-user', 'demo-key-limited');
    await page.getByText('Cette clé n’ouvre pas tous vos événements').waitFor();
    scene.world.sandbox.setTrouble('billetweb', { mode: '500', only: 'demo-user' });
    await fillKeys(page, 'demo-user', 'demo-key-billetweb');
    await page.getByText('Billetweb ne répond pas').waitFor();
    scene.world.sandbox.clearTrouble('billetweb');

    expect(
      await scene.db.ticketingConnection.count({
        where: { organization: { memberships: { some: { user: { email: person.email } } } } },
      }),
    ).toBe(0);
    await visitor.leave();
  });
});
