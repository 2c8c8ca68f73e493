import 'server-only';
import { fromBufferPromise } from 'yauzl';
import { AttachmentRefusal } from './attachment-refusal';
import { type Content } from './content';
import { macroSentence, protectedSentence } from './read-office-file';

const openXml = 'application/vnd.openxmlformats-officedocument';
/** The part that each Office Open XML document has. */
const mainParts: readonly (Content & { readonly part: string })[] = [
  { part: 'word/document.xml', family: 'text', contentType: `${openXml}.wordprocessingml.document` },
  { part: 'xl/workbook.xml', family: 'spreadsheet', contentType: `${openXml}.spreadsheetml.sheet` },
  { part: 'ppt/presentation.xml', family: 'presentation', contentType: `${openXml}.presentationml.presentation` },
];
const openDocument = 'application/vnd.oasis.opendocument';
const openDocuments: readonly Content[] = [
  { family: 'text', contentType: `${openDocument}.text` },
  { family: 'spreadsheet', contentType: `${openDocument}.spreadsheet` },
  { family: 'presentation', contentType: `${openDocument}.presentation` },
];
/** More than any document of an office suite of 5 MiB. */
const maxEntries = 5_000;

/** A document of an office suite of today; null when it is another zip. Only its list of parts is read: nothing is expanded. */
export async function readZippedDocument(bytes: Buffer): Promise<Content | null> {
  const names = await listNames(bytes);
  if (names === null) return null;
  const isMacro = (name: string) => /vbaproject|vbadata|macrosheets\/|^(basic|scripts)\//i.test(name);
  if (names.some(isMacro)) throw new AttachmentRefusal(macroSentence);
  if (names.includes('EncryptedPackage')) throw new AttachmentRefusal(protectedSentence);
  const mainPart = mainParts.find(({ part }) => names.includes(part));
  if (mainPart) return { family: mainPart.family, contentType: mainPart.contentType };
  return names[0] === 'mimetype'
    ? (openDocuments.find(({ contentType }) => hasMimetype(bytes, contentType)) ?? null)
    : null;
}

/** OpenDocument writes its type first, as it is, after a header of 30 bytes and the name of that part. */
function hasMimetype(bytes: Buffer, contentType: string): boolean {
  const start = 30 + 'mimetype'.length;
  const extraLength = bytes.readUInt16LE(28);
  const written = bytes.toString('latin1', start + extraLength, start + extraLength + contentType.length + 2);
  return written === `${contentType}PK`;
}

async function listNames(bytes: Buffer): Promise<string[] | null> {
  const names: string[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new AttachmentRefusal(protectedSentence);
      if (names.push(entry.fileName) > maxEntries) return null;
    }
  } catch (error) {
    if (error instanceof AttachmentRefusal) throw error;
    return null;
  }
  return names;
}
