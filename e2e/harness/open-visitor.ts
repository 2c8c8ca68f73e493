import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the scripts of the pages: exceptions and lines of console.error. Expected to stay empty. */
  readonly faults: readonly string[];
  /** Ends the visit. Throws when a script of a page threw: a page that could not be brought to life was drawn twice. */
  leave(): Promise<void>;
};

/** Two scenarios share the machine with all their processes. */
const PATIENCE_MILLISECONDS = 30_000;

/** A person with a browser of their own (cookies, storage), in France. Paths given to `page.goto` are those of `url`. */
export async function openVisitor(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const faults: string[] = [];
  const exceptions: string[] = [];
  context.on('weberror', (error) => {
    const { message } = error.error();
    faults.push(message);
    exceptions.push(`${error.page()?.url() ?? 'a closed page'}: ${message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const leave = async () => {
    await context.close();
    if (exceptions.length > 0) throw new Error(`scripts of the pages threw\n${exceptions.join('\n')}`);
  };
  return { page: await context.newPage(), context, faults, leave };
}
