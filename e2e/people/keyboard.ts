import { type Locator, type Page } from 'playwright-core';

const MOST_TABS = 400;

/** Presses Tab until this element has the focus: what a person without a mouse can reach, and nothing else. */
export async function tabTo(page: Page, target: Locator): Promise<Locator> {
  await target.first().waitFor({ state: 'attached' });
  for (let count = 0; count < MOST_TABS; count += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return target.first();
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_TABS} times Tab never reached ${String(target)}`);
}

/** Reaches a field and types there, over what it held. */
export async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Reaches a button or a link and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Reaches a box and ticks it with the space bar. */
export async function tick(page: Page, box: Locator): Promise<void> {
  const found = await tabTo(page, box);
  if (!(await found.isChecked())) await page.keyboard.press('Space');
}
