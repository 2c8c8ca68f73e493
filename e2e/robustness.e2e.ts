import { describe, expect, it } from '@jest/globals';
import { routes } from '@/features/routes';
import { createDatabase, type Database } from '@/server/db/client';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { launchBrowser } from '../scripts/lib/browser';
import { givenWorld } from './harness/given-world';
import { readLedger, readStoredFigures } from './harness/compare-with-ledger';
import { listAgencyMails, listDeclarations, listSubmissions } from './harness/list-receptions';
import { openVisitor } from './harness/open-visitor';
import { ensureWorkers, replaceWorkers } from './harness/replace-workers';
import { startRestartableDatabase } from './harness/restartable-database';
import { type World, startWorld } from './harness/start-world';
import { signIn } from './people/account';
import { connectSeason } from './people/connect-season';
import { fillShow } from './people/fill-show';
import { givenMember } from './people/given-member';
import { waitForMail } from './people/mail';
import { givePassword, memberPassword, openMember } from './people/open-member';
import { certify, openTransmission, send } from './people/transmit';
import { waitUntil } from './people/wait-until';

/** Of the 13 shows of a season, one has no date and one has not moved for more than 13 months. */
const showsOfSeason = 11;
/** Long enough that a kill or a restart falls in the middle of a synchronisation. */
const slowly = { mode: 'slow', delayMilliseconds: 500 } as const;

function findRun(db: Database, organizationId: string) {
  return db.synchronizationRun.findFirstOrThrow({ where: { connection: { organizationId } } });
}

/** The moment at which some shows are stored, and some are not. */
function waitForTheMiddle(db: Database, organizationId: string) {
  return waitUntil('a synchronisation to be in its middle', async () => {
    const run = await findRun(db, organizationId);
    return run.state === 'running' && run.seriesDone >= 2 && run.seriesDone < showsOfSeason - 2 && run;
  });
}

async function expectWholeSeason(world: World, db: Database, organizationId: string, user: string): Promise<void> {
  const run = await waitUntil('the end of the synchronisation', async () => {
    const row = await findRun(db, organizationId);
    return (row.state === 'succeeded' || row.state === 'failed') && row;
  });
  expect(run).toMatchObject({ state: 'succeeded', seriesDone: showsOfSeason });
  const stored = await readStoredFigures(db, organizationId);
  const shows = new Set(stored.map(({ show }) => show));
  expect(shows.size).toBe(showsOfSeason);
  expect(stored).toEqual(readLedger(world.sandbox, 'billetweb', user, shows));
}

describe('several processes on one database', () => {
  const scene = givenWorld({ webs: 2, workers: 2 }, givenAgencies);

  it('R-01: two web and two worker processes pass the journey from the sign-in to the receipt', async () => {
    ensureWorkers(scene.world, 2);
    const actor = await givenMember(scene.db);
    const { organizationId, user } = actor;
    await givePassword(actor);
    const { page, leave } = await openVisitor(scene.browser, scene.world.url);
    await signIn(page, { email: user.email, password: memberPassword });
    await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));

    await connectSeason(page, organizationId, 201);
    await page.getByText(/nouveaux spectacles/).waitFor({ timeout: 60_000 });
    await expectWholeSeason(scene.world, scene.db, organizationId, 'user-201');
    await page.goto(routes.shows(organizationId));
    await page.getByRole('link', { name: 'La Nuit des gardiens' }).click();
    await page.getByRole('heading', { name: 'La Nuit des gardiens', level: 1 }).waitFor();
    await fillShow(page, { sacemId: '500123', sacdId: '100201' });
    await page.getByRole('link', { name: 'Vérifier et transmettre' }).click();
    await certify(page);
    await send(page);

    await waitForMail(scene.world.sandbox, user.email, /SACEM est envoyée – La Nuit des gardiens/);
    await waitForMail(scene.world.sandbox, user.email, /SACD est acceptée – La Nuit des gardiens/);
    const { id: seriesId } = await scene.db.series.findFirstOrThrow({
      where: { organizationId, declarations: { some: {} } },
    });
    expect(listDeclarations(scene.world.sandbox, { seriesId })).toHaveLength(1);
    expect(await listAgencyMails(scene.world.sandbox, scene.db, organizationId)).toHaveLength(1);
    await page.goto(routes.submissions(organizationId));
    await page
      .getByRole('link', { name: /La Nuit des gardiens/ })
      .nth(1)
      .waitFor();
    await leave();
  });

  it('R-02: a worker killed in mid-synchronisation is replaced, and the result is that of one without accident', async () => {
    const worker = await replaceWorkers(scene.world);
    const actor = await givenMember(scene.db);
    const { organizationId } = actor;
    const { page, leave } = await openMember(scene.browser, scene.world.url, actor);
    scene.world.sandbox.setTrouble('billetweb', { ...slowly, only: 'user-202' });
    await connectSeason(page, organizationId, 202);
    await waitForTheMiddle(scene.db, organizationId);
    await worker.kill();
    expect(await findRun(scene.db, organizationId)).toMatchObject({ state: 'running' });

    scene.world.sandbox.clearTrouble('billetweb');
    scene.world.addWorker();
    await expectWholeSeason(scene.world, scene.db, organizationId, 'user-202');
    await page.getByText(/^11\sspectacles, mis à jour/).waitFor();
    await leave();
  });
});

describe('a database that restarts', () => {
  it('R-04: web and worker come back by themselves, nothing is lost and nothing is sent twice', async () => {
    const database = await startRestartableDatabase();
    const [world, browser] = await Promise.all([startWorld({ database }), launchBrowser()]);
    const db = createDatabase(database.url);
    try {
      await givenAgencies(db);
      const show = await givenShow(db, { organisms: ['SACD'], organization: { sacdId: '100204' } });
      const { organizationId } = show;
      const { page } = await openMember(browser, world.url, show.actor);
      await openTransmission(page, show);
      world.sandbox.setTrouble('sacd', { mode: 'slow', only: '100204', delayMilliseconds: 2_000 });
      const other = await givenMember(db);
      const synchronizing = await openMember(browser, world.url, other);
      world.sandbox.setTrouble('billetweb', { ...slowly, only: 'user-204' });
      await connectSeason(synchronizing.page, other.organizationId, 204);
      await waitForTheMiddle(db, other.organizationId);
      await send(page);
      await waitUntil('SACD to read the declaration', () => listDeclarations(world.sandbox, show).length > 0);

      await database.goDown();
      const readiness = async () => (await fetch(`${world.url}/api/health/ready`)).status;
      expect(await readiness()).toBe(503);
      expect((await fetch(`${world.url}/api/health`)).status).toBe(200);
      await database.comeBack();
      await waitUntil('the web process to be ready again', async () => (await readiness()) === 200);

      await page.getByRole('heading', { name: /^La SACD a accepté cette déclaration/ }).waitFor({ timeout: 60_000 });
      expect(await listSubmissions(db, organizationId)).toMatchObject([{ state: 'accepted', number: 1 }]);
      await waitForMail(world.sandbox, show.actor.user.email, /est acceptée/);
      expect(listDeclarations(world.sandbox, show)).toHaveLength(1);
      await expectWholeSeason(world, db, other.organizationId, 'user-204');
      await synchronizing.page.getByText(/^11\sspectacles, mis à jour/).waitFor({ timeout: 60_000 });
      expect([...world.webs, ...world.workers].map((process) => process.isRunning())).toEqual([true, true]);
    } finally {
      await db.$disconnect();
      await browser.close();
      await world.stop();
    }
  });
});
