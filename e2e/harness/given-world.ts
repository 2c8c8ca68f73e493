import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { createDatabase, type Database } from '@/server/db/client';
import { launchBrowser } from '../../scripts/lib/browser';
import { startWorld, type World } from './start-world';
import { tellLeftOpen } from './tell-left-open';

/** What the scenarios of a file share. */
export type Scene = { readonly world: World; readonly browser: Browser; readonly db: Database };

/** Starts the product with the outside world and a browser for the scenarios of this file, prepares it, and ends it all after them. */
export function givenWorld(
  options: Parameters<typeof startWorld>[0] = {},
  prepare: (db: Database, world: World) => Promise<void> = () => Promise.resolve(),
): Scene {
  let world: World | undefined;
  let browser: Browser | undefined;
  let db: Database | undefined;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld(options), launchBrowser()]);
    db = createDatabase(world.database.url);
    await prepare(db, world);
  });
  afterEach(async () => {
    if (browser) await tellLeftOpen(browser);
  });
  afterAll(async () => {
    await db?.$disconnect();
    await browser?.close();
    await world?.stop();
  });
  return {
    get world() {
      return given(world);
    },
    get browser() {
      return given(browser);
    },
    get db() {
      return given(db);
    },
  };
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The world of the scenarios exists from their beforeAll on.');
  return value;
}
