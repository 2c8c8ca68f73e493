import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { ExportRefusal } from './export-refusal';

/** Names come without prefix: `x:row` and `row` are the same element of a spreadsheet. */
export type XmlHandlers = {
  onOpen(name: string, attributes: Readonly<Record<string, string>>): void;
  onClose(name: string): void;
  onText(text: string): void;
};

/** Set by a handler that has read enough. */
export type XmlProgress = { isDone: boolean };

/**
 * Feeds one part of a workbook to handlers, chunk after chunk: `afterChunk` runs between two, and may wait. A document type
 * (the door to entities) is refused, and so is what is not XML.
 */
export async function parseXml(
  stream: Readable,
  handlers: XmlHandlers,
  progress: XmlProgress = { isDone: false },
): Promise<void> {
  for await (const _chunk of parseXmlChunks(stream, handlers)) if (progress.isDone) return;
}

export async function* parseXmlChunks(stream: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false });
  const decoder = new StringDecoder('utf8');
  const refusals: ExportRefusal[] = [];
  parser.ondoctype = () => refusals.push(new ExportRefusal('entities'));
  parser.onerror = (error) => refusals.push(new ExportRefusal('damaged', { cause: error }));
  parser.onopentag = ({ name, attributes }) => handlers.onOpen(toLocalName(name), toTexts(attributes));
  parser.onclosetag = (name) => handlers.onClose(toLocalName(name));
  parser.ontext = (text) => handlers.onText(text);
  parser.oncdata = (text) => handlers.onText(text);
  const write = (text: string): void => {
    try {
      parser.write(text);
    } catch (error) {
      if (refusals.length === 0) throw error;
    }
    const [refusal] = refusals;
    if (refusal) throw refusal;
  };
  try {
    for await (const chunk of readChunks(stream)) {
      write(decoder.write(chunk));
      yield;
    }
    write(decoder.end());
    parser.close();
    const [refusal] = refusals;
    if (refusal) throw refusal;
  } finally {
    stream.destroy();
  }
}

async function* readChunks(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    throw new ExportRefusal('damaged', { cause: error });
  }
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function toTexts(attributes: Readonly<Record<string, string | sax.QualifiedAttribute>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
}
