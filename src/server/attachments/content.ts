import 'server-only';
import { type DocumentFamily } from '@/domain/documents';

/** What the bytes of a file are, whatever its name says. */
export type Content = { readonly family: DocumentFamily; readonly contentType: string };
