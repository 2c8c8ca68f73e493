import { AppError } from '@/domain/errors';

/** What the server's link changes of our own parameters to lead to a page. */
export type PageKey = Readonly<Record<string, string>>;
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: PageKey | null; readonly total: number | null };

/** How far a list was read: enough to go on from there. */
export type PagingProgress = {
  /** Null once the last page was read. */
  readonly next: PageKey | null;
  /** Different rows met so far. */
  readonly rows: number;
  /** As the first page told it; null when it did not. */
  readonly total: number | null;
};
export const firstPage: PagingProgress = { next: {}, rows: 0, total: null };

/** Numbered pages shift while tickets are sold. A list that came out short is read a second time; twice short, it cannot be trusted. */
const readings = 2;

/**
 * Every page of a list, each with the rows not met before, following the server's own links. Throws `unexpected-answer` when a link
 * leads back to a page already read, or when fewer rows came than the first page announced, twice.
 */
export async function* readPages<Row extends { readonly id: string }>(
  ask: (key: PageKey) => Promise<Page<Row>>,
  start: PagingProgress = firstPage,
): AsyncGenerator<{ readonly rows: readonly Row[]; readonly progress: PagingProgress }> {
  const seen = new Set<string>();
  let { next, total } = start;
  let readBefore = start.rows;
  for (let reading = 1; ; reading += 1) {
    const asked = new Set<string>();
    while (next) {
      const address = JSON.stringify(next);
      if (asked.has(address)) throw new AppError('unexpected-answer', 'a page leads back to one already read');
      asked.add(address);
      const page: Page<Row> = await ask(next);
      total ??= page.total;
      const rows = page.rows.filter(({ id }) => !seen.has(id) && seen.add(id));
      next = page.rows.length === 0 ? null : page.next;
      yield { rows, progress: { next, rows: readBefore + seen.size, total } };
    }
    if (total === null || readBefore + seen.size >= total) return;
    if (reading === readings) throw new AppError('unexpected-answer', 'a list stops short of its total');
    next = firstPage.next;
    total = null;
    readBefore = 0;
  }
}

/** The parameters of a link that are not already ours. Only those are followed, on our own address, never the address itself. */
export function toPageKey(link: string, own: Readonly<Record<string, string>>): PageKey {
  const url = URL.parse(link, 'https://relative.invalid');
  if (!url) throw new AppError('unexpected-answer', 'the link to the next page cannot be read');
  return Object.fromEntries([...url.searchParams].filter(([name, value]) => own[name] !== value));
}
