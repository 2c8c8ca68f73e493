/** What is used of pdfkit 0.20, which has no types of its own: the document that @react-pdf/renderer draws on. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  export type StructureContent = { readonly refs: readonly unknown[] };
  export type StructureElement = { add(child: StructureElement | StructureContent): StructureElement };

  export default class PDFDocument extends Readable {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly outline: { addItem(title: string, options: Readonly<Record<string, unknown>>): unknown };
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    struct(role: string, options?: { scope?: 'Column' | 'Row' }): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(role: 'Artifact', options?: { type: 'Pagination' | 'Layout' }): this;
    markStructureContent(role: string): StructureContent;
    endMarkedContent(): this;
    end(): void;
  }
}
