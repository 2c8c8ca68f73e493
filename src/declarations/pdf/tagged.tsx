import type { ComponentProps, ComponentType } from 'react';
import { Text, View } from '@react-pdf/renderer';

/** Roles of the standard structure of a PDF (ISO 32000-1, 14.8.4) that our documents use. */
type Role = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'L' | 'LI' | 'LBody';

/**
 * What a part of a page is to a screen reader. `Artifact`: nothing, it is on the page for the eyes alone (a footer, a header
 * that is repeated). Parts of one `key` are one element, whatever the number of pages it goes over; one that `isRepeated` (a header
 * on each page) is read where it stands first, and is an artifact after that.
 */
export type Tag =
  | 'Artifact'
  | { readonly role: Role; readonly key?: string; readonly scope?: 'Column' | 'Row'; readonly isRepeated?: boolean };

/** Views and texts of the renderer, which carry their tag to `renderTaggedPdf`. A text without one belongs to what holds it. */
export const TaggedView: ComponentType<ComponentProps<typeof View> & { tag?: Tag }> = View;
export const TaggedText: ComponentType<ComponentProps<typeof Text> & { tag?: Tag }> = Text;
