import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type BenchSeason, bencher } from './season';
import { type Measure, summarize } from './statistics';

const VISITS = 5;
const KEY_STROKES = 40;
/** A person who types fast: what follows from a stroke ends before the next one. */
const BETWEEN_STROKES_MILLISECONDS = 60;

/** Navigation to painted, key stroke to paint and save, in a browser on the production build. */
export async function measurePages(browser: Browser, url: string, season: BenchSeason): Promise<Measure[]> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  const signIn = await context.request.post('/api/auth/sign-in/email', {
    data: { email: bencher.email, password: bencher.password },
    headers: { origin: url },
  });
  if (!signIn.ok()) throw new Error(`sign-in answered ${signIn.status()}`);
  const list = await visit(context, routes.shows(season.organizationId));
  const show = await visit(context, routes.show(season.organizationId, season.longSeriesId));
  const usable = await measureUsable(context, routes.show(season.organizationId, season.longSeriesId));
  const typing = await measureTyping(context, routes.show(season.organizationId, season.longSeriesId));
  await context.close();
  return [
    { what: 'list of 2,000 shows × 5: navigation to painted', value: list.median, unit: 'ms', target: 600 },
    { what: 'show of 200 performances: navigation to painted', value: show.median, unit: 'ms', target: 1000 },
    {
      what: 'show of 200 performances: navigation to usable (a figure can be typed in)',
      value: usable,
      unit: 'ms',
      target: 1000,
    },
    { what: 'show of 200 performances: key stroke to paint, median', value: typing.median, unit: 'ms', target: 16 },
    { what: 'show of 200 performances: key stroke to paint, worst', value: typing.worst, unit: 'ms', target: 50 },
    {
      what: 'show of 200 performances: save, request to answer in the browser',
      value: typing.save,
      unit: 'ms',
      target: 150,
    },
    { what: 'show of 200 performances: nodes of the page', value: typing.nodes, unit: 'nodes', target: null },
  ];
}

/** Largest contentful paint of a cold navigation; the first visit warms the server and is left out. */
async function visit(context: BrowserContext, path: string): Promise<{ median: number }> {
  const times: number[] = [];
  for (let turn = 0; turn <= VISITS; turn += 1) {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'load' });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((entries) => resolve(entries.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
        }),
    );
    if (turn > 0) times.push(painted);
    await page.close();
  }
  return { median: summarize(times).median };
}

/** When a figure of the grid can be typed in, median of cold navigations. */
async function measureUsable(context: BrowserContext, path: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < VISITS; turn += 1) {
    const page = await context.newPage();
    await page.addInitScript(watchUsable);
    await page.goto(path, { waitUntil: 'load' });
    times.push(await readUsable(page));
    await page.close();
  }
  return Math.round(summarize(times).median);
}

async function readUsable(page: Page): Promise<number> {
  return page.evaluate(() => (window as typeof window & { usable: Promise<number> }).usable);
}

/** Types in the first figure of the grid: from the key's event to the end of the frame that shows it. */
async function measureTyping(context: BrowserContext, path: string) {
  const page = await context.newPage();
  await page.addInitScript(watchUsable);
  await page.goto(path, { waitUntil: 'load' });
  await readUsable(page);
  const cell = page.getByRole('textbox', { name: /payant/i }).first();
  await cell.click();
  await cell.press('End');
  await page.evaluate(watchKeys);
  // The keyboard itself: to find the field again by its name would read a thousand names between two strokes.
  for (let turn = 0; turn < KEY_STROKES; turn += 1) {
    await page.keyboard.press(turn % 2 === 0 ? '1' : 'Backspace');
    await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), BETWEEN_STROKES_MILLISECONDS);
  }
  const strokes = await page.evaluate(() => (window as typeof window & { strokes: number[] }).strokes);
  const saved = page.waitForResponse((response) => response.url().includes('declarations.save'));
  await page.keyboard.press('2');
  await saved;
  const save = await readSaveTime(page);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return { ...summarize(strokes), save, nodes };
}

/** Read in the page, and before anything else is asked of it: to look a field up by its name from outside reads a thousand names. */
function watchUsable(): void {
  const usable = new Promise<number>((resolve) => {
    const timer = setInterval(() => {
      const cell = document.querySelector('input[aria-labelledby^="column-paidTickets"]');
      if (!cell || cell.closest('[inert]')) return;
      clearInterval(timer);
      requestAnimationFrame(() => resolve(performance.now()));
    }, 4);
  });
  Object.assign(window, { usable });
}

function watchKeys(): void {
  const strokes: number[] = [];
  Object.assign(window, { strokes });
  addEventListener(
    'keydown',
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => strokes.push(performance.now() - start);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

async function readSaveTime(page: Page): Promise<number> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some((entry) => entry.name.includes('declarations.save')),
  );
  const times = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('declarations.save'))
      .map((entry) => entry.duration),
  );
  return summarize(times).median;
}
