import { type Page } from 'playwright-core';
import { runAxe, runAxeOnColours } from '../../scripts/lib/run-axe';

/**
 * What every page owes everybody: axe finds nothing, in light and in dark, and nothing scrolls sideways at 320 px.
 * Returns what is wrong, in lines; an empty list is what a scenario expects.
 */
export async function findPageFaults(page: Page): Promise<string[]> {
  const where = new URL(page.url()).pathname;
  const faults: string[] = [];
  await setTheme(page, 'light');
  faults.push(...(await runAxe(page)).map((fault) => `${where} (light): ${fault}`));
  await setTheme(page, 'dark');
  faults.push(...(await runAxeOnColours(page)).map((fault) => `${where} (dark): ${fault}`));
  await setTheme(page, 'light');
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) faults.push(`${where}: scrolls ${overflow} px sideways at 320 px`);
  if (size) await page.setViewportSize(size);
  return faults;
}

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['frScheme'] = name;
    document.documentElement.dataset['frTheme'] = name;
  }, theme);
}
