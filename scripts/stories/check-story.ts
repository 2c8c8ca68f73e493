import { type Page } from 'playwright-core';
import { runAxe, runAxeOnColours } from '../lib/run-axe';

export type Theme = 'light' | 'dark';

declare global {
  /** What Storybook puts there. */
  interface Window {
    readonly __STORYBOOK_PREVIEW__?: { readonly currentRender?: { readonly phase?: string } };
    readonly __STORYBOOK_ADDONS_CHANNEL__?: { emit(event: string, payload: unknown): void };
  }
}

/** They judge a whole page; a story is a piece of one. The end-to-end tests run them on the real pages. */
const PAGE_RULES = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region'];

const ENDED = ['finished', 'errored', 'aborted'];
const PATIENCE_MILLISECONDS = 30_000;

/** Opens one story, lets its play function end, and examines it with axe in both themes. Each line of the result is a fault. */
export async function checkStory(page: Page, url: string, id: string): Promise<string[]> {
  const faults: string[] = [];
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  };
  const onError = (error: Error) => faults.push(`script: ${error.message}`);
  page.on('console', onConsole);
  page.on('pageerror', onError);
  try {
    await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=theme:light`);
    faults.push(...(await waitForStory(page)));
    if (faults.length > 0) return faults;
    faults.push(...(await runAxe(page, PAGE_RULES)).map((fault) => `light: ${fault}`));
    await chooseTheme(page, 'dark');
    faults.push(...(await runAxeOnColours(page)).map((fault) => `dark: ${fault}`));
    return faults;
  } catch (error) {
    return [...faults, error instanceof Error ? error.message : String(error)];
  } finally {
    page.off('console', onConsole);
    page.off('pageerror', onError);
  }
}

async function waitForStory(page: Page): Promise<string[]> {
  const phase = await page.waitForFunction(
    (ended) => {
      const current = window.__STORYBOOK_PREVIEW__?.currentRender?.phase;
      if (document.body.classList.contains('sb-show-errordisplay')) return 'errored';
      return current !== undefined && ended.includes(current) ? current : false;
    },
    ENDED,
    { timeout: PATIENCE_MILLISECONDS },
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if ((await phase.jsonValue()) === 'finished') return [];
  const told = await page.locator('#error-message').textContent();
  return [`story: ${told?.trim() || 'it could not be rendered, or its play function failed'}`];
}

async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => {
    window.__STORYBOOK_ADDONS_CHANNEL__?.emit('updateGlobals', { globals: { theme: chosen } });
  }, theme);
  await page.waitForFunction((chosen) => document.documentElement.dataset.frTheme === chosen, theme);
}
