import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AxeResults, type RunOptions } from 'axe-core';
import { type Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What another theme can change: the rest of a page is the same in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Examines what the page shows now, its frames included. Each line of the result is a fault: rule, meaning, element. */
export async function runAxe(page: Page, disabledRules: readonly string[] = []): Promise<string[]> {
  return run(page, { rules: Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }])) });
}

/** The same page, examined whole already, in its other theme: its colours only. */
export async function runAxeOnColours(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'rule', values: COLOUR_RULES } });
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  }
  return page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document.documentElement, { ...asked, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 200)}`),
    );
  }, options);
}
