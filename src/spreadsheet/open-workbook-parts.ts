import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ExportRefusal, type ExportRefusalReason } from './export-refusal';
import { maxEntries, maxExpandedBytes, maxRatio, ratioCheckedFromBytes } from './limits';

/** The XML parts of a workbook, by path without leading slash. `open` refuses what grows beyond its declared size. */
export type WorkbookParts = {
  has(path: string): boolean;
  open(path: string): Promise<Readable>;
};

/**
 * Reads the directory of a zip and refuses what no export holds before anything is expanded: thousands of entries, huge or
 * suspiciously small sizes, macros, passwords, paths that climb out, two parts with one name, other kinds of documents.
 */
export async function openWorkbookParts(bytes: Buffer): Promise<WorkbookParts> {
  const zip = await openZip(bytes);
  if (zip.entryCount > maxEntries) throw new ExportRefusal('too-many-entries');
  const entries = new Map<string, Entry>();
  let expanded = 0;
  for (const entry of await readEntries(zip)) {
    if (entries.has(entry.fileName)) throw new ExportRefusal('damaged');
    entries.set(entry.fileName, entry);
    expanded += entry.uncompressedSize;
    if (expanded > maxExpandedBytes || isBomb(entry)) throw new ExportRefusal('expands-too-much');
    if (entry.isEncrypted()) throw new ExportRefusal('encrypted');
    if (/vbaProject|\.bin$/i.test(entry.fileName) && /vba|macro/i.test(entry.fileName))
      throw new ExportRefusal('macros');
    if (/macrosheets\//i.test(entry.fileName)) throw new ExportRefusal('macros');
  }
  if (!entries.has('xl/workbook.xml')) throw new ExportRefusal(toReasonOfOtherDocument(entries));
  return {
    has: (path) => entries.has(path),
    async open(path) {
      const entry = entries.get(path);
      if (!entry) throw new ExportRefusal('damaged');
      return zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw new ExportRefusal('damaged', { cause: error });
      });
    },
  };
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    throw new ExportRefusal('damaged', { cause: error });
  }
}

async function readEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > maxEntries) throw new ExportRefusal('too-many-entries');
    }
  } catch (error) {
    if (error instanceof ExportRefusal) throw error;
    throw new ExportRefusal(toReasonOfZipError(error), { cause: error });
  }
  return entries;
}

/** The zip reader names its refusals in words only. */
function toReasonOfZipError(error: unknown): ExportRefusalReason {
  const words = error instanceof Error ? error.message : '';
  if (/encrypt/i.test(words)) return 'encrypted';
  return /relative path|absolute path|invalid characters in fileName/i.test(words) ? 'climbing-path' : 'damaged';
}

function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > ratioCheckedFromBytes && uncompressedSize > compressedSize * maxRatio;
}

function toReasonOfOtherDocument(entries: ReadonlyMap<string, Entry>): ExportRefusalReason {
  const isKnownDocument = ['content.xml', 'Index/Document.iwa', 'xl/workbook.bin'].some((path) => entries.has(path));
  return isKnownDocument ? 'unsupported-format' : 'not-what-its-name-says';
}
