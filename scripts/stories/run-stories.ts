import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext } from 'playwright-core';
import { launchBrowser } from '../lib/browser';
import { root } from '../lib/environment';
import { checkStory } from './check-story';
import { serveFolder } from './serve-folder';

export type StoryResults = {
  readonly passed: number;
  readonly failures: readonly { id: string; faults: readonly string[] }[];
};

type Index = { readonly entries: Record<string, { readonly id: string; readonly type: string }> };

/** Opens every story of the built Storybook (or those whose id contains `filter`) in both themes, several at a time. */
export async function runStories(filter = ''): Promise<StoryResults> {
  const folder = join(root, 'storybook-static');
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;
  const waiting = Object.values(entries)
    .filter(({ type, id }) => type === 'story' && id.includes(filter))
    .map(({ id }) => id);
  const total = waiting.length;
  const server = await serveFolder(folder);
  const browser = await launchBrowser();
  const failures: { id: string; faults: readonly string[] }[] = [];
  const work = async () => {
    const context = await openContext(browser);
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const page = await context.newPage();
      const faults = await checkStory(page, server.url, id);
      await page.close();
      if (faults.length > 0) failures.push({ id, faults });
    }
    await context.close();
  };
  try {
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  } finally {
    await browser.close();
    await server.close();
  }
  return { passed: total - failures.length, failures: failures.sort((a, b) => a.id.localeCompare(b.id)) };
}

/** Stories share the scripts that the browser has read already, and nothing that one of them kept. */
async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' });
  await context.addInitScript(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return context;
}
