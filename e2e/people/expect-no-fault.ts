import { expect } from '@jest/globals';
import { type Visitor } from '../harness/open-visitor';

/**
 * Nothing went wrong in the scripts of the pages that this visitor saw, once the open ones have nothing left to do.
 * `expected` is what a scenario brings about itself, a network that is cut for instance.
 */
export async function expectNoFault({ context, faults }: Visitor, expected?: RegExp): Promise<void> {
  for (const page of context.pages()) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
  }
  expect(faults.filter((fault) => !expected?.test(fault))).toEqual([]);
}
