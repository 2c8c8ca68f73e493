/** Compares the identifiers of docs/test-book.md with those in the titles of the browser tests: each case once, none unknown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const identifier = /\b[A-Z]-\d{2}\b/g;
const book = [...readFileSync('docs/test-book.md', 'utf8').matchAll(/^\| ([A-Z]-\d{2}) /gm)].map((match) => match[1]);
const scenarios = readdirSync('e2e', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.e2e.ts'));
const tested = scenarios.flatMap((name) =>
  [...readFileSync(join('e2e', name), 'utf8').matchAll(/\b(?:it|test)\(\s*['"`]([^'"`]*)/g)].flatMap(
    (match) => match[1]?.match(identifier) ?? [],
  ),
);

const untested = book.filter((id) => id && !tested.includes(id));
const unknown = tested.filter((id) => !book.includes(id));
for (const id of untested) console.error(`docs/test-book.md: ${id} has no browser test`);
for (const id of unknown) console.error(`e2e: ${id} is not in docs/test-book.md`);
console.log(`test book: ${book.length} cases, ${tested.length} titles`);
process.exitCode = untested.length + unknown.length === 0 ? 0 : 1;
