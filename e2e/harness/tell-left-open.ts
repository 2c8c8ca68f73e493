import { type Browser } from 'playwright-core';

/**
 * Ends the visits that a scenario did not end itself, which a failed one leaves behind, and prints what their pages said:
 * what was expected is in the failure, what was there instead is here.
 */
export async function tellLeftOpen(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      const seen = await page.locator('body').ariaSnapshot({ timeout: 5000 }).catch(String);
      process.stderr.write(`left open at ${page.url()}\n${seen}\n`);
    }
    await context.close();
  }
}
