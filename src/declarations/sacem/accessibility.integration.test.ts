import { beforeAll, describe, expect, it } from '@jest/globals';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { formatDecimal } from '@/i18n/format';
import { givenDeclaration } from '@/testing/given-declaration';
import { givenSeason, readExample } from '../contract';
import { sacem } from '.';

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Proxy['getPage']>>;
type Node = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
};

/** What a library can tell of PDF/UA-1 (ISO 14289-1); the rest is in docs/adr/0015. */
describe('the statement for a screen reader', () => {
  let short: Proxy;
  let long: Proxy;
  let longBytes: Buffer;
  let titled: Proxy;
  const performances = givenSeason(80);
  const title = `Une nuit ${'très longue, '.repeat(240)}et 🎭 מסך`;

  beforeAll(async () => {
    short = await getDocumentProxy((await sacem.render(readExample())).bytes.slice());
    const { bytes } = await sacem.render(givenDeclaration({ performances }));
    titled = await getDocumentProxy((await sacem.render(givenDeclaration({ series: { name: title } }))).bytes.slice());
    longBytes = Buffer.from(bytes);
    long = await getDocumentProxy(bytes.slice());
  }, 120_000);

  const pagesOf = (pdf: Proxy) =>
    Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));

  it('says that it is tagged, its language and its title, which the window shows', async () => {
    expect(await short.getMarkInfo()).toMatchObject({ Marked: true, Suspects: false });
    const { info, metadata } = await short.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR', PDFFormatVersion: '1.7' });
    expect(metadata?.get('dc:title')).toBe('État des recettes et des dépenses – La Nuit des gardiens');
    expect(await short.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  it('has a bookmark for the totals and one for the performances, whatever the number of pages', async () => {
    for (const pdf of [short, long]) {
      const outline = await pdf.getOutline();
      expect(outline?.map((item) => item.title)).toEqual(['Totaux', 'Détail des représentations']);
      const pages = await Promise.all(
        (outline ?? []).map(async ({ dest }) => {
          if (!Array.isArray(dest)) throw new Error('a bookmark leads to a place');
          return pdf.getPageIndex(dest[0]);
        }),
      );
      expect(pages[0]).toBe(0);
      expect(pages[1]).toBeGreaterThan(0);
    }
  });

  it('has titles in order, tables whose rows are as wide as their header, and lists', async () => {
    const tree = await readTree(await short.getPage(1));
    expect(listRoles(tree).filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H2']);
    for (const pdf of [short, long]) {
      const tables = (await Promise.all((await pagesOf(pdf)).map(readTree))).flatMap((root) => find(root, 'Table'));
      for (const table of tables) {
        const widths = new Set(find(table, 'TR').map(({ children = [] }) => children.length));
        expect([...widths]).toHaveLength(1);
        expect(find(table, 'TH').length).toBeGreaterThan(1);
      }
    }
    expect(find(tree, 'L')).toHaveLength(1);
  });

  it('tells every header what it is the header of', () => {
    const text = longBytes.toString('latin1');
    const headers = text.match(/\/S \/TH\b[^]*?endobj/g) ?? [];
    expect(headers.length).toBeGreaterThan(80);
    expect(headers.every((header) => /\/Scope \/(Column|Row)/.test(header))).toBe(true);
  });

  it('is one table of performances over its pages, whose header is read once', async () => {
    const [, ...pages] = await pagesOf(long);
    const rows = find(await readTree(pages[0]), 'Table').flatMap((table) => find(table, 'TR'));
    // The header, the performances, the totals.
    expect(rows).toHaveLength(82);
    const headers = await Promise.all(
      pages.map(async (page) => (await readPage(page)).marked.includes('Entrées payantes')),
    );
    expect(headers.filter(Boolean)).toHaveLength(1);
    const seen = await Promise.all(pages.map(async (page) => (await readPage(page)).all.includes('Entrées payantes')));
    expect(seen.every(Boolean)).toBe(true);
  });

  it('marks all that is on its pages, as content or as an artifact', async () => {
    const { OPS } = await getResolvedPDFJS();
    const drawing = [OPS.showText, OPS.constructPath, OPS.fill, OPS.stroke, OPS.paintImageXObject];
    for (const page of [...(await pagesOf(titled)), ...(await pagesOf(long)).slice(0, 3)]) {
      const { fnArray } = await page.getOperatorList();
      let depth = 0;
      let outside = 0;
      for (const operation of fnArray) {
        if (operation === OPS.beginMarkedContent || operation === OPS.beginMarkedContentProps) depth += 1;
        if (operation === OPS.endMarkedContent) depth -= 1;
        if (depth === 0 && drawing.includes(operation)) outside += 1;
        if (depth > 1) outside += 1;
      }
      expect({ depth, outside }).toEqual({ depth: 0, outside: 0 });
    }
  });

  it('reads in the order of the eyes, every amount among it', async () => {
    const read: string[] = [];
    for (const page of await pagesOf(long)) read.push((await readPage(page)).marked);
    const text = read.join(' ').replace(/\s/gu, '');
    let position = text.indexOf('Billetterie TTC'.replace(' ', ''));
    for (const { ticketing } of performances) {
      const amount = formatDecimal(ticketing.excludingTaxesCents).replace(/\s/gu, '');
      const found = text.indexOf(amount, position);
      expect(found).toBeGreaterThan(position);
      position = found;
    }
  });

  it('wraps an endless title and cuts none of it', async () => {
    const [first, second] = await pagesOf(titled);
    if (!first || !second) throw new Error('the title goes over the page');
    const text = `${(await readPage(first)).marked} ${(await readPage(second)).marked}`.replace(/\s/gu, '');
    expect(text.split('trèslongue').length - 1).toBeGreaterThanOrEqual(240);
    expect(text).toContain('Totaldesrecettes');
  });

  it('has the shape of every character it writes, and embeds its fonts with what they mean', async () => {
    const { OPS } = await getResolvedPDFJS();
    for (const page of [...(await pagesOf(titled)), ...(await pagesOf(long)).slice(0, 2)]) {
      const { fnArray, argsArray } = await page.getOperatorList();
      const glyphs = fnArray.flatMap((operation, index) => (operation === OPS.showText ? argsArray[index]?.[0] : []));
      const drawn = glyphs.filter((glyph: unknown) => typeof glyph === 'object' && glyph !== null);
      expect(drawn.length).toBeGreaterThan(50);
      expect(drawn.filter((glyph: { isInFont?: boolean }) => glyph.isInFont === false)).toEqual([]);
    }
    const text = longBytes.toString('latin1');
    const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
    const fonts = count(/\/Subtype \/Type0\b/g);
    expect(fonts).toBeGreaterThanOrEqual(3);
    expect(count(/\/ToUnicode /g)).toBe(fonts);
    expect(count(/\/FontFile[23] /g)).toBe(fonts);
  });

  it('keeps everything inside its pages', async () => {
    const outside: string[] = [];
    for (const page of [...(await pagesOf(titled)), ...(await pagesOf(long))]) {
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, , , , x = -1, y = -1]: number[] = item.transform;
        if (x < 0 || x + item.width > width || y < 0 || y > height) outside.push(item.str);
      }
    }
    expect(outside).toEqual([]);
  });
});

async function readTree(page: Page | undefined): Promise<Node> {
  const tree: Node | null | undefined = await page?.getStructTree();
  if (!tree) throw new Error('a page has its structure');
  return tree;
}

function find(node: Node, role: string): Node[] {
  return [...(node.role === role ? [node] : []), ...(node.children ?? []).flatMap((child) => find(child, role))];
}

function listRoles(node: Node): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(listRoles)];
}

/** All the text of a page, and that which a screen reader says: marked content that the structure names, not artifacts. */
async function readPage(page: Page): Promise<{ all: string; marked: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const all: string[] = [];
  const marked: string[] = [];
  let isContent = false;
  for (const item of items) {
    if ('str' in item) {
      all.push(item.str);
      if (isContent) marked.push(item.str);
    } else if (item.type === 'beginMarkedContentProps') isContent = typeof item.id === 'string';
    else isContent = false;
  }
  return { all: all.join(' '), marked: marked.join(' ') };
}
