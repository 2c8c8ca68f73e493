import type { ReactElement } from 'react';
import layoutDocument from '@react-pdf/layout';
import renderNodes from '@react-pdf/render';
import { Font, pdf as mount, type DocumentProps } from '@react-pdf/renderer';
import PDFDocument from 'pdfkit';
import { type LaidOutNode, paintTagged } from './paint-tagged';

type Root = { readonly children: readonly LaidOutNode[] };

/** What the two do; their own types leave out the fonts, and take the class of a document for an instance. */
const layOut = layoutDocument as unknown as (document: unknown, fonts: typeof Font) => Promise<Root>;
const draw = renderNodes as unknown as (pdf: PDFDocument, root: Root) => void;

/** The renderer closes the document after each drawing; this one ends when it is told to. */
class OpenDocument extends PDFDocument {
  override end(): void {
    // The renderer’s.
  }

  close(): void {
    super.end();
  }
}

/**
 * The bytes of a document of @react-pdf/renderer, tagged for screen readers: its own `renderToBuffer` lays out and draws, and
 * knows nothing of structure; here the same layout and the same drawing are done node by node (docs/adr/0015). The document
 * says its language and its title; PDF 1.7, since structure needs more than the renderer’s 1.3.
 */
export async function renderTaggedPdf(element: ReactElement<DocumentProps>): Promise<Uint8Array> {
  const { document } = mount(element).container;
  const props: DocumentProps = document.props;
  const { children } = await layOut(document, Font);
  const pdf = new OpenDocument({
    pdfVersion: '1.7',
    tagged: true,
    lang: props.language,
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: props.title,
      Author: props.author,
      Subject: props.subject,
      Creator: props.creator,
      Producer: props.producer,
      CreationDate: props.creationDate,
      ModDate: props.modificationDate,
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  paintTagged({ pdf, draw: (nodes) => draw(pdf, { children: nodes }) }, children);
  pdf.close();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
