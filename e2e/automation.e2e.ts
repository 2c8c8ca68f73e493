import { afterAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { forgetEnv } from '@/server/env';
import { closeProducer } from '@/server/jobs/producer';
import { mailer } from '@/server/mailer/mailer';
import { givenMornings, type Mornings } from '@/testing/given-mornings';
import { givenActor, givenAgencies, type GivenShow, givenShow } from '@/testing/given-show';
import { givenWorld } from './harness/given-world';
import { listAgencyMails } from './harness/list-receptions';
import { findPageFaults } from './people/check-page';
import { readLink, waitForMail } from './people/mail';
import { openMember } from './people/open-member';
import { waitUntil } from './people/wait-until';

/** The shows end on 1 June 2024; the mornings that follow are lived one after the other, by the code of the worker. */
const lastChange = new Date('2024-06-01T20:45:00.000Z');

describe('quiet automation', () => {
  const environment = { ...process.env };
  let mornings: Mornings;
  const scene = givenWorld({ workers: 0 }, async (db, world) => {
    Object.assign(process.env, world.env);
    forgetEnv();
    mornings = givenMornings(() => db, { mailer: mailer(), baseUrl: world.url });
    await givenAgencies(db);
  });
  afterAll(async () => {
    await closeProducer();
    Object.assign(process.env, environment);
    forgetEnv();
  });

  async function allow(page: Page, { organizationId, seriesId }: GivenShow): Promise<void> {
    await page.goto(routes.transmit(organizationId, seriesId));
    await page.getByText('Permettre l’envoi automatique à la SACEM').click();
    await page.getByRole('checkbox', { name: /J’autorise l’envoi/ }).check({ force: true });
    await page.getByRole('button', { name: 'Permettre l’envoi automatique' }).click();
    await page.getByText(/^Permis par Nolwenn Cadiou/).waitFor();
  }

  it('U-01: a show is said ready, reminded of, allowed to leave by itself, announced and sent; another is stopped', async () => {
    const values = {
      organisms: ['SACEM'],
      series: { name: 'La Nuit des gardiens', figuresChangedAt: lastChange },
    } as const;
    const sent = await givenShow(scene.db, values);
    const { organizationId, actor } = sent;
    const stopped = await givenShow(scene.db, { ...values, series: { ...values.series, name: 'Le Bal des goélands' } });
    // The second show in the structure of the first.
    await scene.db.series.update({ where: { id: stopped.seriesId }, data: { organizationId } });
    await scene.db.venue.updateMany({
      where: { organizationId: stopped.organizationId },
      data: { name: 'Salle du Port', organizationId },
    });
    const other = { ...stopped, organizationId };
    const { email } = actor.user;
    const colleague = await givenActor(scene.db, organizationId);
    const { page, leave } = await openMember(scene.browser, scene.world.url, actor);

    await mornings.live('2024-06-03', email);
    const ready = await waitForMail(scene.world.sandbox, email, /^2 déclarations sont prêtes$/);
    expect(scene.world.sandbox.messages(colleague.user.email)).toHaveLength(1);
    expect(ready.text).toContain('3\u00a0représentations, 384\u00a0billets, 5\u00a0400,00\u00a0€ TTC');
    await page.goto(readLink(ready, scene.world.url));
    await page.getByRole('heading', { name: 'Vérifier et transmettre' }).waitFor();
    await page.getByRole('heading', { name: 'Envoi automatique' }).waitFor();
    await page.getByText('Permettre l’envoi automatique à la SACEM').click();
    expect(await findPageFaults(page)).toEqual([]);
    await allow(page, sent);
    await allow(page, other);
    expect(await findPageFaults(page)).toEqual([]);

    await mornings.live('2024-06-04', email);
    const week = await waitForMail(scene.world.sandbox, email, /^2 déclarations à envoyer dans la semaine$/);
    await page.goto(week.text.match(/https?:\S+\/desabonnement\/\S+/)?.[0] ?? '');
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ne plus recevoir ce rappel' }).click();
    await page.getByText(/Vous ne recevez plus le rappel/).waitFor();
    await page.getByRole('link', { name: /Choisir tous mes rappels/ }).click();
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /Une semaine avant/ }).isChecked()).toBe(false);
    expect(await findPageFaults(page)).toEqual([]);

    await mornings.live('2024-06-08', email);
    await waitForMail(scene.world.sandbox, email, /^Demain, nous envoyons .*La Nuit des gardiens$/);
    const announcement = await waitForMail(scene.world.sandbox, email, /^Demain, nous envoyons .*Le Bal des goélands$/);
    await page.goto(routes.show(organizationId, sent.seriesId));
    await page.getByText('La déclaration à la SACEM sera envoyée le dimanche 9 juin 2024 à 8\u00a0h').waitFor();
    expect(await findPageFaults(page)).toEqual([]);
    await page.goto(readLink(announcement, `${scene.world.url}/envoi-automatique/`));
    expect(await findPageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ne pas envoyer' }).click();
    await page.getByText(/ne partira pas d’elle-même/).waitFor();

    await mornings.live('2024-06-09', email);
    scene.world.addWorker();
    await waitForMail(scene.world.sandbox, email, /SACEM est envoyée – La Nuit des gardiens$/);
    await waitUntil('one declaration to be sent', () =>
      scene.db.declaration.findFirst({ where: { seriesId: sent.seriesId, state: 'sent' } }),
    );
    expect(await listAgencyMails(scene.world.sandbox, scene.db, organizationId)).toHaveLength(1);
    expect(await scene.db.submission.count({ where: { organizationId } })).toBe(1);
    await page.goto(routes.transmit(organizationId, sent.seriesId));
    await page.getByText(/^Envoyée d’elle-même le dimanche 9 juin 2024/).waitFor();
    await page.goto(routes.transmit(organizationId, stopped.seriesId));
    await page.getByText(/^Arrêté par Nolwenn Cadiou/).waitFor();
    await leave();
  });
});
