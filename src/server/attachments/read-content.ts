import 'server-only';
import { toDocumentFamily, toExtension } from '@/domain/documents';
import { AttachmentRefusal } from './attachment-refusal';
import { type Content } from './content';
import { readOfficeFile } from './read-office-file';
import { readZippedDocument } from './read-zipped-document';

const signatures: readonly (Content & { readonly at?: number; readonly bytes: string })[] = [
  { family: 'pdf', contentType: 'application/pdf', bytes: '%PDF-' },
  { family: 'image', contentType: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { family: 'image', contentType: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { family: 'image', contentType: 'image/gif', bytes: 'GIF8' },
  { family: 'image', contentType: 'image/webp', bytes: 'WEBP', at: 8 },
  { family: 'image', contentType: 'image/tiff', bytes: 'II*\0' },
  { family: 'image', contentType: 'image/tiff', bytes: 'MM\0*' },
  { family: 'image', contentType: 'image/heic', bytes: 'ftypheic', at: 4 },
  { family: 'image', contentType: 'image/heic', bytes: 'ftypheix', at: 4 },
  { family: 'image', contentType: 'image/heic', bytes: 'ftypmif1', at: 4 },
  { family: 'image', contentType: 'image/avif', bytes: 'ftypavif', at: 4 },
  { family: 'text', contentType: 'application/rtf', bytes: '{\\rtf' },
];
const zipStart = 'PK\x03\x04';
const officeStart = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * Tells what a file is by its bytes, and refuses what its name does not announce: an organism opens it by its name. Macros, passwords
 * and what a browser runs are refused with their own sentence.
 */
export async function readContent(name: string, bytes: Buffer): Promise<Content> {
  const content = await recognize(name, bytes);
  if (content === null || content.family !== toDocumentFamily(name)) {
    throw new AttachmentRefusal(
      'Le contenu de ce fichier n’est pas celui qu’annonce son nom\u00a0: enregistrez-le de nouveau depuis son logiciel, ou donnez un PDF.',
    );
  }
  return content;
}

async function recognize(name: string, bytes: Buffer): Promise<Content | null> {
  const startsWith = (signature: string, at = 0) =>
    bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));
  const known = signatures.find((signature) => startsWith(signature.bytes, signature.at));
  if (known) return { family: known.family, contentType: known.contentType };
  if (startsWith(zipStart)) return readZippedDocument(bytes);
  if (startsWith(officeStart)) return readOfficeFile(bytes);
  return readPlainText(name, bytes);
}

/** Text has no signature: its name must say so, and nothing of it may be made for a browser or a program. */
function readPlainText(name: string, bytes: Buffer): Content | null {
  const extension = toExtension(name);
  if (extension !== 'txt' && extension !== 'csv') return null;
  const isUtf16 = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
  if (!isUtf16 && bytes.includes(0)) return null;
  const start = bytes.toString(isUtf16 ? 'utf16le' : 'latin1', 0, 2_048).toLowerCase();
  if (/<(?:!doctype|html|head|body|script|svg|\?xml|iframe)/.test(start) || start.startsWith('mz')) return null;
  return { family: 'text', contentType: extension === 'csv' ? 'text/csv' : 'text/plain' };
}
