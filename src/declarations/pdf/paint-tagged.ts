import type PDFDocument from 'pdfkit';
import type { StructureElement } from 'pdfkit';
import type { Tag } from './tagged';

/** What is read of a node after layout; the renderer reads more. */
export type LaidOutNode = {
  readonly type: string;
  readonly props?: { readonly tag?: Tag; readonly bookmark?: Bookmark };
  readonly box?: Readonly<Record<string, number | undefined>>;
  readonly style?: { readonly backgroundColor?: string };
  readonly children?: readonly LaidOutNode[];
};
type Bookmark = { readonly title: string; readonly ref: number };

export type Painting = {
  readonly pdf: PDFDocument;
  /** Draws these nodes as the renderer does, in the present marked content. */
  readonly draw: (nodes: readonly LaidOutNode[]) => void;
};

/** Elements that hold others and no text of their own: a text found there is a paragraph. */
const groupings = ['Document', 'Table', 'TR', 'L', 'LI'];
const borders = ['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth'];

/**
 * Draws laid-out pages with their logical structure: each text inside the element its tags tell, lines and backgrounds as
 * artifacts. Elements come in the order of the nodes, which is the order of reading.
 */
export function paintTagged({ pdf, draw }: Painting, pages: readonly LaidOutNode[]): void {
  const elements = new Map<string, Holder>();
  const root: Holder = { element: pdf.struct('Document'), role: 'Document' };
  pdf.addStructure(root.element);

  function hold(tag: Exclude<Tag, 'Artifact'>, parent: Holder): Holder {
    const known = tag.key === undefined ? undefined : elements.get(tag.key);
    if (known) return known;
    const holder = { element: pdf.struct(tag.role, tag.scope && { scope: tag.scope }), role: tag.role };
    parent.element.add(holder.element);
    if (tag.key !== undefined) elements.set(tag.key, holder);
    return holder;
  }

  function isRead(tag: Tag | undefined): boolean {
    return typeof tag === 'object' && tag.isRepeated === true && tag.key !== undefined && elements.has(tag.key);
  }

  function paintArtifact(type: 'Pagination' | 'Layout', node: LaidOutNode): void {
    pdf.markContent('Artifact', { type });
    draw([node]);
    pdf.endMarkedContent();
  }

  function paint(node: LaidOutNode, parent: Holder): void {
    const tag = node.props?.tag;
    if (tag === 'Artifact' || isRead(tag)) return paintArtifact('Pagination', node);
    const holder = tag === undefined ? parent : hold(tag, parent);
    if (node.type === 'TEXT') {
      const { element, role } = groupings.includes(holder.role) ? hold({ role: 'P' }, holder) : holder;
      const content = pdf.markStructureContent(role);
      draw([node]);
      pdf.endMarkedContent();
      element.add(content);
      return;
    }
    if (hasInk(node)) paintArtifact('Layout', withoutChildren(node));
    paintChildren(node, holder);
  }

  function paintChildren({ box, children = [] }: LaidOutNode, holder: Holder): void {
    pdf.save().translate(box?.left ?? 0, box?.top ?? 0);
    for (const child of children) paint(child, holder);
    pdf.restore();
  }

  const bookmarked = new Set<number>();
  pages.forEach((page, pageNumber) => {
    draw([withoutChildren(page)]);
    paintChildren(page, root);
    const bookmark = page.props?.bookmark;
    if (!bookmark || bookmarked.has(bookmark.ref)) return;
    bookmarked.add(bookmark.ref);
    pdf.outline.addItem(bookmark.title, { pageNumber, top: 0, left: 0 });
  });
}

type Holder = { readonly element: StructureElement; readonly role: string };

function hasInk({ box, style }: LaidOutNode): boolean {
  return style?.backgroundColor !== undefined || borders.some((name) => (box?.[name] ?? 0) > 0);
}

/** Bookmarks are written here: the renderer would take each node for the first page. */
function withoutChildren(node: LaidOutNode): LaidOutNode {
  return { ...node, children: [], props: { ...node.props, bookmark: undefined } };
}
