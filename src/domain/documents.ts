import type { DocumentType } from './declaration/bounds';
import type { Organism } from './organism';

/** What may be joined to a show, who receives it, and what mail can carry. Sizes are bytes. */

/** 5 MiB, as announced to people; what organisms' mail servers take is below. */
export const maxDocumentBytes = 5 * 1024 * 1024;
export const maxDocumentsPerShow = 100;
/** Of one structure, removed ones that can still come back included: a hundred heavy files, some ten seasons of usual ones. */
export const maxStructureBytes = 500 * 1024 * 1024;

/**
 * Types that each organism is sent (reference of declarations, «Documents»). What its owner did not sort goes everywhere, so that
 * nothing is forgotten. The others receive no mail from us.
 */
const sentTypes: Readonly<Partial<Record<Organism, readonly DocumentType[]>>> = {
  SACEM: ['ARTISTIC_CONTRACT', 'PERFORMED_WORK_PROGRAM', 'REVENUE_STATEMENT', 'OTHER'],
  SACD: ['ARTISTIC_CONTRACT', 'OTHER'],
};

/** The documents that go to one organism, in their order. */
export function selectDocuments<Document extends { readonly type: DocumentType }>(
  organism: Organism,
  documents: readonly Document[],
): Document[] {
  const types = sentTypes[organism] ?? [];
  return documents.filter(({ type }) => types.includes(type));
}

/** Mail servers refuse messages above 10 to 25 MB, once encoded; 20 MB is what the large providers agree on. */
export const maxMailBytes = 20_000_000;
/** Left in each mail for its words, its headers and, in the first one, the statement. */
const reservedBytes = 2_000_000;
/** Headers of one attachment. */
const partBytes = 1_000;
/** More is not a declaration that an agency reads. */
export const maxMailsPerDeclaration = 5;

/** Bytes of a file in a mail: base64, in lines of 76 characters and their ends. */
export function toMailBytes(size: number): number {
  const encoded = Math.ceil(size / 3) * 4;
  return encoded + Math.ceil(encoded / 76) * 2 + partBytes;
}

/**
 * The mail that carries each document, from 1, in the order of the documents: the first one with room. Null when they do not fit in
 * five mails.
 */
export function planMails(sizes: readonly number[]): number[] | null {
  const mails: { room: number }[] = [];
  const plan: number[] = [];
  for (const size of sizes) {
    const needed = toMailBytes(size);
    let mail = mails.find(({ room }) => room >= needed);
    if (!mail) {
      mail = { room: maxMailBytes - reservedBytes };
      mails.push(mail);
    }
    mail.room -= needed;
    if (mail.room < 0) return null;
    plan.push(mails.indexOf(mail) + 1);
  }
  return mails.length <= maxMailsPerDeclaration ? plan : null;
}

/** Names that may be sent, by family. Neither macros nor anything that a browser runs. */
const extensions = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'tif', 'tiff', 'heic', 'avif'],
  pdf: ['pdf'],
  text: ['txt', 'csv', 'rtf', 'doc', 'docx', 'odt'],
  spreadsheet: ['xls', 'xlsx', 'ods'],
  presentation: ['ppt', 'pptx', 'odp'],
} as const;
export type DocumentFamily = keyof typeof extensions;

/** For the file picker of a browser. */
export const acceptedExtensions: readonly string[] = Object.values(extensions).flat();

/** Family that a name announces, or null when it is not taken. */
export function toDocumentFamily(name: string): DocumentFamily | null {
  const extension = toExtension(name);
  for (const family of ['image', 'pdf', 'text', 'spreadsheet', 'presentation'] as const) {
    if (extensions[family].some((known) => known === extension)) return family;
  }
  return null;
}

/** Lower case, without the dot; empty when there is none. */
export function toExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
