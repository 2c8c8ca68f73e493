import { extractText, getDocumentProxy } from 'unpdf';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export type PdfNode = {
  readonly role?: string;
  /** Of content, which is a leaf. */
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly PdfNode[];
};

/** Pages in order. */
export function listPages(pdf: PdfDocument): Promise<PdfPage[]> {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
}

/** The logical structure that a page belongs to. */
export async function readTree(page: PdfPage | undefined): Promise<PdfNode> {
  const tree: PdfNode | null | undefined = await page?.getStructTree();
  if (!tree) throw new Error('a page has its structure');
  return tree;
}

export function findByRole(node: PdfNode, role: string): PdfNode[] {
  return [...(node.role === role ? [node] : []), ...(node.children ?? []).flatMap((child) => findByRole(child, role))];
}

export function listRoles(node: PdfNode): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(listRoles)];
}

/** All the text of a page, and that which a screen reader says: marked content that the structure names, not artifacts. */
export async function readPage(page: PdfPage): Promise<{ all: string; marked: string }> {
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

/** The text of a document, its spaces made one: what a person reads, from the first page to the last. */
export async function readPdfText(bytes: ArrayBuffer | Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes).slice()), { mergePages: true });
  return text.replace(/\s+/gu, ' ');
}
