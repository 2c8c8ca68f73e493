import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const texts = new Map<string, Promise<string>>();

/** Text of a help page, read once: it belongs to the release. `slug` is one of the list, never what an address says. */
export function loadGuide(slug: string): Promise<string> {
  const text = texts.get(slug) ?? readFile(join(process.cwd(), 'docs', 'aide', 'billetteries', `${slug}.md`), 'utf8');
  texts.set(slug, text);
  return text;
}
