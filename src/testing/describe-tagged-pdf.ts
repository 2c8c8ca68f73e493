import { beforeAll, describe, expect, it } from '@jest/globals';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { findByRole, listPages, listRoles, type PdfDocument, readPage, readTree } from './read-tagged-pdf';

export type TaggedPdfContract = {
  readonly name: string;
  /** An ordinary document, and one whose table goes over several pages. */
  readonly renderShort: () => Promise<Uint8Array>;
  readonly renderLong: () => Promise<Uint8Array>;
  /** One whose show is called this. */
  readonly renderTitled: (title: string) => Promise<Uint8Array>;
  readonly title: string;
  readonly bookmarks: readonly string[];
  /** Titles of the first page of the ordinary document: `H1`, then `H2`. */
  readonly headings: readonly string[];
  /** The table of the long document: its rows, header and totals included, and a word of its header that is nowhere else. */
  readonly table: { readonly rows: number; readonly header: string };
  /** Amounts of the long document in the order of its table, and a text that comes before them. */
  readonly amounts: { readonly after: string; readonly texts: readonly string[] };
  /** What the document of an endless title still says after it. */
  readonly afterTitle: string;
};

const endless = `Une nuit ${'très longue, '.repeat(240)}et 🎭 מסך`;
const squeeze = (text: string) => text.replace(/\s/gu, '');

/** What a library can tell of PDF/UA-1 (ISO 14289-1); the rest is in docs/adr/0015. */
export function describeTaggedPdf(contract: TaggedPdfContract): void {
  describe(`${contract.name} for a screen reader`, () => {
    let short: PdfDocument;
    let long: PdfDocument;
    let longText: string;
    let titled: PdfDocument;

    beforeAll(async () => {
      const bytes = await contract.renderLong();
      longText = Buffer.from(bytes).toString('latin1');
      short = await getDocumentProxy((await contract.renderShort()).slice());
      titled = await getDocumentProxy((await contract.renderTitled(endless)).slice());
      long = await getDocumentProxy(bytes.slice());
    }, 120_000);

    it('says that it is tagged, its language and its title, which the window shows', async () => {
      expect(await short.getMarkInfo()).toMatchObject({ Marked: true, Suspects: false });
      const { info, metadata } = await short.getMetadata();
      expect(info).toMatchObject({ Language: 'fr-FR', PDFFormatVersion: '1.7' });
      expect(metadata?.get('dc:title')).toBe(contract.title);
      expect(await short.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    });

    it('has its bookmarks, in the order of the pages, whatever their number', async () => {
      for (const pdf of [short, long]) {
        const outline = (await pdf.getOutline()) ?? [];
        expect(outline.map(({ title }) => title)).toEqual(contract.bookmarks);
        const pages = await Promise.all(
          outline.map(async ({ dest }) => {
            if (!Array.isArray(dest)) throw new Error('a bookmark leads to a place');
            return pdf.getPageIndex(dest[0]);
          }),
        );
        expect(pages[0]).toBe(0);
        expect(pages.every((page, index) => index === 0 || page > Number(pages[index - 1]))).toBe(true);
      }
    });

    it('has titles in order, and tables whose rows are as wide as their header', async () => {
      const roles = listRoles(await readTree(await short.getPage(1))).filter((role) => /^H\d$/.test(role));
      expect(roles).toEqual(contract.headings);
      for (const pdf of [short, long]) {
        const tables = (await Promise.all((await listPages(pdf)).map(readTree))).flatMap((root) =>
          findByRole(root, 'Table'),
        );
        expect(tables.length).toBeGreaterThan(0);
        for (const table of tables) {
          const widths = new Set(findByRole(table, 'TR').map(({ children = [] }) => children.length));
          expect([...widths]).toHaveLength(1);
          expect(findByRole(table, 'TH').length).toBeGreaterThan(1);
        }
      }
    });

    it('tells every header what it is the header of', () => {
      const headers = longText.match(/\/S \/TH\b[^]*?endobj/g) ?? [];
      expect(headers.length).toBeGreaterThan(contract.table.rows - 2);
      expect(headers.every((header) => /\/Scope \/(Column|Row)/.test(header))).toBe(true);
    });

    it('is one table over its pages, whose header is seen on each and read once', async () => {
      const pages = await listPages(long);
      const trees = await Promise.all(pages.map(readTree));
      const rows = trees.flatMap((root) => findByRole(root, 'Table')).map((table) => findByRole(table, 'TR').length);
      expect(Math.max(...rows)).toBe(contract.table.rows);
      const texts = await Promise.all(pages.map(readPage));
      expect(texts.filter(({ marked }) => marked.includes(contract.table.header))).toHaveLength(1);
      const seen = texts.map(({ all }) => all.includes(contract.table.header));
      expect(seen.slice(seen.indexOf(true)).every(Boolean)).toBe(true);
      expect(seen.filter(Boolean).length).toBeGreaterThan(1);
    });

    it('marks all that is on its pages, as content or as an artifact', async () => {
      const { OPS } = await getResolvedPDFJS();
      const drawing = [OPS.showText, OPS.constructPath, OPS.fill, OPS.stroke, OPS.paintImageXObject];
      for (const page of [...(await listPages(titled)), ...(await listPages(long)).slice(0, 3)]) {
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
      for (const page of await listPages(long)) read.push((await readPage(page)).marked);
      const text = squeeze(read.join(' '));
      let position = text.indexOf(squeeze(contract.amounts.after));
      expect(position).toBeGreaterThan(-1);
      for (const amount of contract.amounts.texts) {
        const found = text.indexOf(squeeze(amount), position);
        expect(found).toBeGreaterThan(position);
        position = found;
      }
    });

    it('wraps an endless title and cuts none of it', async () => {
      const [first, second] = await listPages(titled);
      if (!first || !second) throw new Error('the title goes over the page');
      const text = squeeze(`${(await readPage(first)).marked} ${(await readPage(second)).marked}`);
      expect(text.split('trèslongue').length - 1).toBeGreaterThanOrEqual(240);
      const all = (await Promise.all((await listPages(titled)).map(readPage))).map(({ marked }) => marked).join(' ');
      expect(squeeze(all)).toContain(squeeze(contract.afterTitle));
    });

    it('has the shape of every character it writes, and embeds its fonts with what they mean', async () => {
      const { OPS } = await getResolvedPDFJS();
      for (const page of [...(await listPages(titled)), ...(await listPages(long)).slice(0, 2)]) {
        const { fnArray, argsArray } = await page.getOperatorList();
        const glyphs = fnArray.flatMap((operation, index) => (operation === OPS.showText ? argsArray[index]?.[0] : []));
        const drawn = glyphs.filter((glyph: unknown) => typeof glyph === 'object' && glyph !== null);
        expect(drawn.length).toBeGreaterThan(50);
        expect(drawn.filter((glyph: { isInFont?: boolean }) => glyph.isInFont === false)).toEqual([]);
      }
      const count = (pattern: RegExp) => (longText.match(pattern) ?? []).length;
      const fonts = count(/\/Subtype \/Type0\b/g);
      expect(fonts).toBeGreaterThanOrEqual(2);
      expect(count(/\/ToUnicode /g)).toBe(fonts);
      expect(count(/\/FontFile[23] /g)).toBe(fonts);
    });

    it('keeps everything inside its pages', async () => {
      const outside: string[] = [];
      for (const page of [...(await listPages(titled)), ...(await listPages(long))]) {
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
}
