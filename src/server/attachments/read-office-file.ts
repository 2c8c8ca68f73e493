import 'server-only';
import { AttachmentRefusal } from './attachment-refusal';
import { type Content } from './content';

/** Streams that tell what a compound file of the former office suites holds; their names are in its directory, in UTF-16. */
const streams: readonly (Content & { readonly stream: string })[] = [
  { stream: 'WordDocument', family: 'text', contentType: 'application/msword' },
  { stream: 'Workbook', family: 'spreadsheet', contentType: 'application/vnd.ms-excel' },
  { stream: 'PowerPoint Document', family: 'presentation', contentType: 'application/vnd.ms-powerpoint' },
];

/** A .doc, .xls or .ppt without macro nor password; null when it is another compound file (a mail, an installer). */
export function readOfficeFile(bytes: Buffer): Content | null {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new AttachmentRefusal(protectedSentence);
  if (has('_VBA_PROJECT') || has('Macros')) throw new AttachmentRefusal(macroSentence);
  const found = streams.find(({ stream }) => has(stream));
  return found ? { family: found.family, contentType: found.contentType } : null;
}

export const protectedSentence =
  'Ce fichier est protégé par un mot de passe\u00a0: l’organisme ne pourrait pas l’ouvrir. Enregistrez-le sans mot de passe.';
export const macroSentence =
  'Ce fichier contient des macros, que les organismes refusent\u00a0: enregistrez-le sans macro, ou en PDF.';
