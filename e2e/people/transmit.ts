import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { type GivenShow } from '@/testing/given-show';

type Show = Pick<GivenShow, 'organizationId' | 'seriesId'>;

/** Opens the last page before the sending and certifies what it says; the button is the person's next move. */
export async function openTransmission(page: Page, { organizationId, seriesId }: Show): Promise<void> {
  await page.goto(routes.transmit(organizationId, seriesId));
  await certify(page);
}

export async function certify(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Vérifier et transmettre' }).waitFor();
  await page.getByRole('checkbox', { name: /Je certifie/ }).check({ force: true });
}

/** Sends what the page shows; ends on the page of the first submission. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Transmettre à/ }).click();
  await page.waitForURL('**/envois/*');
}
