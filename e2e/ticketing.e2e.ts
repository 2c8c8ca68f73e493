import { describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type TicketingSystem } from '@/domain/ticketing/model';
import { routes } from '@/features/routes';
import { formatAmount } from '@/i18n/format';
import { givenWorld } from './harness/given-world';
import { readLedger, readStoredFigures } from './harness/compare-with-ledger';
import { givenMember } from './people/given-member';
import { openMember } from './people/open-member';
import { findSummary, readText } from './people/show-page';

/** The accounts of the demonstration, all with the same season behind them; `account` is its name in the sandbox. */
const systems: readonly {
  readonly system: TicketingSystem;
  readonly label: string;
  readonly keys: readonly string[];
  readonly account: string;
}[] = [
  { system: 'billetweb', label: 'Billetweb', keys: ['demo-user', 'demo-key-billetweb'], account: 'demo-user' },
  { system: 'helloasso', label: 'HelloAsso', keys: ['demo-client', 'demo-key-helloasso'], account: 'demo-client' },
  { system: 'mapado', label: 'Mapado', keys: ['demo-key-mapado'], account: 'demo-key-mapado' },
  { system: 'shotgun', label: 'Shotgun', keys: ['173027', 'demo-key-shotgun'], account: '173027' },
  {
    system: 'soticket',
    label: 'SoTicket',
    keys: ['billetterie.embruns.test', 'eydemo-key-soticket'],
    account: 'billetterie.embruns.test',
  },
  {
    system: 'supersoniks',
    label: 'Supersoniks',
    keys: ['billetterie.phare.test', 'eydemo-key-supersoniks'],
    account: 'billetterie.phare.test',
  },
];
const show = 'La Nuit des gardiens';

describe('every ticketing system', () => {
  const scene = givenWorld();

  it('B-03: each of the six systems is connected with its key, and the same show is pre-filled from each', async () => {
    const actor = await givenMember(scene.db);
    const { organizationId } = actor;
    const visitor = await openMember(scene.browser, scene.world.url, actor);
    const { page } = visitor;
    for (const { label, keys } of systems) await connect(page, organizationId, label, keys);
    for (const { label } of systems) {
      const card = page.getByRole('article', { name: new RegExp(`^${label}`) });
      await card.getByText(/\d+\snouveaux\sspectacles/).waitFor({ timeout: 60_000 });
    }

    for (const { system, account } of systems) {
      const stored = await readStoredFigures(scene.db, organizationId, system);
      const shows = new Set(stored.map((figures) => figures.show));
      const played = stored.filter(({ paid, free }) => paid + free > 0);
      expect(played).toEqual(readLedger(scene.world.sandbox, system, account, shows));
      const series = await scene.db.series.findFirstOrThrow({
        where: { organizationId, system, name: { startsWith: show } },
        include: { performances: true },
        orderBy: { firstStartAt: 'asc' },
      });
      await page.goto(routes.show(organizationId, series.id));
      await page.getByRole('heading', { name: new RegExp(show), level: 1 }).waitFor();
      const cents = series.performances.reduce((sum, row) => sum + Number(row.importedIncludingCents), 0);
      expect(cents).toBeGreaterThan(0);
      expect(await readText(findSummary(page))).toContain(formatAmount(cents).replaceAll(/\s/g, ' '));
    }
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 180_000);
});

async function connect(page: Page, organizationId: string, label: string, keys: readonly string[]): Promise<void> {
  await page.goto(routes.newConnection(organizationId));
  await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  const form = page.getByRole('form', { name: `Clé ${label}` });
  for (const [index, key] of keys.entries()) await form.getByRole('textbox').nth(index).fill(key);
  await form.getByRole('button', { name: 'Vérifier et connecter' }).click();
  await page.waitForURL(`**${routes.connections(organizationId)}`);
}
