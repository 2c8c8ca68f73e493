import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type Organism } from '@/server/db/generated/client';
import { givenPushedDeclaration, type PushedDeclaration } from '@/testing/given-pushed-declaration';
import { givenAgencies } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { listAgencyMails, listDeclarations, listSubmissions } from './harness/list-receptions';
import { findPageFaults } from './people/check-page';
import { openMember } from './people/open-member';
import { readPdf } from './people/read-pdf';
import { findPerformance, readText, type, waitForSaved } from './people/show-page';
import { certify, openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

const changed = 'Les chiffres ont changé depuis l’envoi';

describe('the whole life of a declaration', () => {
  const scene = givenWorld({}, givenAgencies);

  async function givenVisitor(organism: Organism, organization: { sacdId?: string; isSubsidised?: boolean }) {
    const show = await givenPushedDeclaration(scene.db, scene.world.url, { organisms: [organism], organization });
    return { show, ...(await openMember(scene.browser, scene.world.url, show.actor)) };
  }

  const listStates = async ({ organizationId }: PushedDeclaration) =>
    (await listSubmissions(scene.db, organizationId)).map(({ number, state }) => `${number} ${state}`);

  /** Corrects what a refusal is about; ends when it is stored. */
  async function correctCapacity(page: Page, { seriesId }: PushedDeclaration): Promise<void> {
    await type(page.getByLabel('Jauge de la salle'), '150');
    await waitUntil('the correction to be saved', () =>
      scene.db.series.findFirst({ where: { id: seriesId, capacity: 150 } }),
    );
  }

  /** Corrects the number of tickets sold the first evening; ends when what it changes is shown. */
  async function correctTickets(page: Page, organism: string, tickets: string): Promise<void> {
    const panel = page.getByRole('region', { name: `Correction de la déclaration ${organism}` });
    await panel.waitFor();
    await type(findPerformance(page, '20 h 30').getByRole('textbox', { name: /^Billets payants/ }), tickets);
    await waitForSaved(page);
    await panel.getByRole('cell', { name: tickets, exact: true }).waitFor();
  }

  it('V-01: SACEM: the mail comes back, the form is corrected and sent; the ticketing changes, which is told, kept, then corrected by a declaration that replaces', async () => {
    const { show, page, leave } = await givenVisitor('SACEM', {});
    const { organizationId, seriesId } = show;
    await openTransmission(page, show);
    await send(page);
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM/ }).waitFor();
    await page.getByText('Le courriel est revenu').click();
    await page.getByRole('button', { name: 'Rouvrir la déclaration' }).click();
    await page.getByRole('heading', { name: 'Cette déclaration n’est pas partie' }).waitFor();
    await page.getByRole('link', { name: 'Corriger', exact: true }).click();
    await correctCapacity(page, show);
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await certify(page);
    await send(page);
    await page.getByText(/^Envoi n°\s2 à la SACEM/).waitFor();
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM/ }).waitFor();
    const since = page.getByRole('region', { name: 'Ce qui a changé depuis l’envoi n°\u00a01' });
    expect(await readText(since.getByRole('table'))).toMatch(/Jauge\s+180\s+150/);

    await show.sell({ paidTickets: 118, includingTaxesCents: 177_000 });
    await page.goto(routes.shows(organizationId));
    await page.getByText('Chiffres changés depuis l’envoi').waitFor();
    await page.goto(routes.todo(organizationId));
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^Voir ce qui a changé.*, SACEM$/ }).click();
    const today = page.getByRole('region', { name: changed });
    expect(await readText(today.getByRole('table'))).toMatch(/Billets payants\s+120\s+118/);
    expect(await findPageFaults(page)).toEqual([]);
    await today.getByRole('button', { name: 'Garder ce qui a été envoyé' }).click();
    await page.getByText(/cette différence n’est plus signalée/).waitFor();
    await page.goto(routes.shows(organizationId));
    await page.getByRole('link', { name: 'La Nuit des gardiens' }).waitFor();
    expect(await page.getByText('Chiffres changés depuis l’envoi').count()).toBe(0);

    await show.sell({ paidTickets: 117, includingTaxesCents: 175_500 });
    await page.goto(routes.todo(organizationId));
    await page.getByRole('link', { name: /^Voir ce qui a changé/ }).click();
    await today.getByRole('button', { name: 'Corriger cette déclaration' }).dblclick();
    await correctTickets(page, 'à la SACEM', '99');
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByText('Renoncer à corriger').click();
    await page.getByRole('button', { name: 'Renoncer et tout remettre' }).click();
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM/ }).waitFor();
    const tickets = findPerformance(page, '20 h 30').getByRole('textbox', { name: /^Billets payants/ });
    expect(await tickets.inputValue()).toBe('117');

    await page.getByRole('link', { name: 'Voir l’envoi à la SACEM' }).click();
    await today.getByRole('button', { name: 'Corriger cette déclaration' }).click();
    await correctTickets(page, 'à la SACEM', '116');
    await page.getByRole('link', { name: 'Vérifier et transmettre la correction' }).click();
    await certify(page);
    expect(await readText(page.getByRole('region', { name: 'SACEM' }))).toMatch(/annule et remplace/);
    await send(page);
    await page.getByText(/^Envoi n°\s3 à la SACEM/).waitFor();
    await page.getByRole('heading', { name: /^Déclaration envoyée à la SACEM/ }).waitFor();
    await page.getByRole('region', { name: 'Ce qui a changé depuis l’envoi n°\u00a02' }).waitFor();

    expect(await listStates(show)).toEqual(['1 failed', '2 sent', '3 sent']);
    const mails = await listAgencyMails(scene.world.sandbox, scene.db, organizationId);
    expect(mails).toHaveLength(3);
    const [last, ...others] = mails.filter(({ subject }) => subject.includes('rectificative'));
    expect(others).toEqual([]);
    expect(last?.subject.replace(/\s/g, ' ')).toMatch(
      /^Déclaration rectificative n° 3 : annule et remplace la déclaration n° 2 du/,
    );
    expect(last?.text.replace(/\s+/g, ' ')).toContain('Billets payants : 120 devient 116');
    const [statement] = last?.attachments ?? [];
    expect(await readPdf(statement?.content ?? new Uint8Array())).toContain('annule et remplace la déclaration n° 2');
    expect(await scene.db.declaration.findMany({ where: { seriesId } })).toMatchObject([
      { state: 'sent', correctingSince: null, changedSince: null },
    ]);
    await leave();
  });

  it('V-02: SACD: refused then accepted; the ticketing changes, and a letter that the person sends corrects what was accepted', async () => {
    const { show, page, leave } = await givenVisitor('SACD', { sacdId: '100062' });
    scene.world.sandbox.setTrouble('sacd', { mode: 'refuse-one', only: '100062', times: 1 });
    await openTransmission(page, show);
    await send(page);
    await page.getByRole('heading', { name: /^La SACD a refusé cette déclaration/ }).waitFor();
    await page.getByRole('link', { name: 'Corriger et renvoyer' }).click();
    await correctCapacity(page, show);
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await certify(page);
    await send(page);
    await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor();
    const declared = listDeclarations(scene.world.sandbox, show).length;

    await show.sell({ paidTickets: 118, includingTaxesCents: 177_000 });
    await page.reload();
    await page
      .getByRole('region', { name: changed })
      .getByRole('button', { name: 'Corriger cette déclaration' })
      .click();
    await correctTickets(page, 'à la SACD', '116');
    const letter = page.getByRole('textbox', { name: 'Texte de la lettre' });
    await waitUntil('the letter to say it', async () => (await letter.inputValue()).includes('120 devient 116'));
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /^J’ai écrit à la SACD/ }).check({ force: true });
    await page.getByRole('button', { name: 'Garder cette lettre comme envoyée' }).dblclick();
    await page.getByRole('heading', { name: /^Correction écrite à la SACD/ }).waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    expect(await listStates(show)).toEqual(['1 refused', '2 accepted', '3 sent']);
    expect(listDeclarations(scene.world.sandbox, show)).toHaveLength(declared);

    await page.getByRole('button', { name: 'Corriger cette déclaration' }).click();
    await correctTickets(page, 'à la SACD', '115');
    await waitUntil('the letter to say it', async () => (await letter.inputValue()).includes('116 devient 115'));
    await leave();
  });

  /** A tax that the person declares on its organism's own site. */
  async function declareTaxAndCorrect(organism: 'CNM' | 'ASTP', { to, start }: { to: string; start: string }) {
    const { show, page, leave } = await givenVisitor(organism, { isSubsidised: false });
    await page.goto(routes.transmit(show.organizationId, show.seriesId));
    const declare = page.getByRole('button', { name: `Je l’ai déclarée ${to}` });
    await declare.click();
    await page.getByLabel(/pour quelle raison/).fill('La jauge n’est pas la bonne.');
    await page.getByRole('button', { name: `${start} l’a refusée` }).click();
    await page.getByRole('link', { name: 'Corriger et déclarer de nouveau' }).click();
    await correctCapacity(page, show);
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await declare.click();
    await page.getByText(/^Envoi n°\s2/).waitFor();
    await page.getByRole('button', { name: `${start} l’a acceptée` }).click();
    await page.getByRole('heading', { name: `${start} a accepté cette déclaration` }).waitFor();

    await show.sell({ paidTickets: 118, includingTaxesCents: 177_000 });
    await page.reload();
    await page
      .getByRole('region', { name: changed })
      .getByRole('button', { name: 'Corriger cette déclaration' })
      .click();
    await correctTickets(page, to, '116');
    await page.getByRole('link', { name: 'Vérifier et déclarer de nouveau' }).click();
    await declare.dblclick();
    await page.getByText(/^Envoi n°\s3/).waitFor();
    const since = page.getByRole('region', { name: 'Ce qui a changé depuis l’envoi n°\u00a02' });
    expect(await readText(since.getByRole('table'))).toMatch(/Billets payants\s+120\s+116/);
    expect(await findPageFaults(page)).toEqual([]);
    expect(await listStates(show)).toEqual(['1 refused', '2 accepted', '3 sent']);
    await leave();
  }

  it('V-03: CNM: declared by the person, refused, declared again, accepted; the ticketing changes, and it is declared again', () =>
    declareTaxAndCorrect('CNM', { to: 'au CNM', start: 'Le CNM' }));

  it('V-04: ASTP: declared by the person, refused, declared again, accepted; the ticketing changes, and it is declared again', () =>
    declareTaxAndCorrect('ASTP', { to: 'à l’ASTP', start: 'L’ASTP' }));
});
