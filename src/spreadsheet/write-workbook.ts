import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import {
  contentTypesXml,
  packageRelationsXml,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './workbook-parts-xml';
import { type SheetToWrite, writeSheetXml } from './write-sheet-xml';

/**
 * The bytes of a workbook, made while they are read: a row is asked for when there is room for it, so that memory does not grow with
 * the rows. Sheets follow one another, in order. What fails while rows are read destroys the stream with that error; a stream
 * destroyed by its reader stops asking for rows.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[], now: Date): Readable {
  const zip = new ZipFile();
  const options = { mtime: now };
  const names = sheets.map(({ name }) => name);
  const parts: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypesXml(names.length)],
    ['_rels/.rels', packageRelationsXml],
    ['xl/workbook.xml', workbookXml(names)],
    ['xl/_rels/workbook.xml.rels', workbookRelationsXml(names.length)],
    ['xl/styles.xml', stylesXml],
  ];
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, options);
  const output = zip.outputStream;
  if (!(output instanceof Readable)) throw new TypeError('a zip comes as a stream of this platform');
  const open = new Set<Readable>();
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (give) => {
      if (output.destroyed) return;
      const rows = Readable.from(toBuffers(writeSheetXml(sheet)), { objectMode: false });
      open.add(rows);
      rows.once('error', (error) => output.destroy(error)).once('close', () => open.delete(rows));
      give(null, rows);
    });
  });
  output.once('close', () => open.forEach((rows) => rows.destroy()));
  zip.end();
  return output;
}

async function* toBuffers(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}
