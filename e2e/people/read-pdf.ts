import { extractText, getDocumentProxy } from 'unpdf';

/** The words of a PDF, with ordinary spaces. Fails when it is not one. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}
