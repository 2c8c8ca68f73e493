import { type Locator, type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type GivenShow } from '@/testing/given-show';

/** Opens the page of a show; ends when its figures are there and what others change reaches it. */
export async function openShow(page: Page, { organizationId, seriesId }: GivenShow): Promise<void> {
  const live = page.waitForResponse((response) => response.url().includes('declarations.onChange'));
  await page.goto(routes.show(organizationId, seriesId));
  await live;
  await page.getByRole('heading', { name: 'Représentations' }).waitFor();
  await waitForSaved(page);
}

/** What follows the scroll: totals, whether all is saved, what is missing for each organism. */
export function findSummary(page: Page): Locator {
  return page.getByRole('complementary', { name: 'En résumé' });
}

/** The page says that the server has everything. */
export async function waitForSaved(page: Page): Promise<void> {
  await findSummary(page)
    .getByText(/^Enregistré à/)
    .waitFor();
}

/** The line of the performance that starts at this hour, written `20 h 30`. */
export function findPerformance(page: Page, hour: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: hour }) });
}

/** Types a value into a field and leaves it; ends when it is saved. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
  await waitForSaved(field.page());
}

/** What is written there, with ordinary spaces, a line of text for each part. */
export async function readText(place: Locator): Promise<string> {
  return toPlainText(await place.innerText());
}

export async function readTexts(places: Locator): Promise<string[]> {
  return (await places.allInnerTexts()).map(toPlainText);
}

function toPlainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
