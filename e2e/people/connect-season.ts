import { type Page } from 'playwright-core';
import { routes } from '@/features/routes';
import { connectBilletweb } from './account';

/** Connects the Billetweb account of this number; ends on the card of the connection, whose first synchronisation begins. */
export async function connectSeason(page: Page, organizationId: string, number: number): Promise<void> {
  await page.goto(routes.newConnection(organizationId));
  await connectBilletweb(page, `user-${number}`, `key-${number}`);
  await page.waitForURL(`**${routes.connections(organizationId)}`);
}
