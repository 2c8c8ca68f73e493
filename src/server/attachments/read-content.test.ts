import { describe, expect, it } from '@jest/globals';
import { writeZip } from '@/testing/write-workbook';
import { readContent } from './read-content';

const utf16 = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...names.map((name) => Buffer.concat([Buffer.alloc(64), Buffer.from(name, 'utf16le')])),
  ]);
const latin = (text: string) => Buffer.from(text, 'latin1');
const toEntry = (name: string) => ({ name, content: Buffer.from('x') });
const zip = (...names: string[]) => writeZip(names.map(toEntry));
const openDocument = (type: string, ...others: string[]) =>
  writeZip([
    { name: 'mimetype', content: latin(`application/vnd.oasis.opendocument.${type}`), isStored: true },
    ...others.map(toEntry),
  ]);

describe('the content of a document', () => {
  it.each<[string, Buffer, string]>([
    ['a.pdf', latin('%PDF-1.7\n…'), 'application/pdf'],
    ['a.png', latin('\x89PNG\r\n\x1a\n…'), 'image/png'],
    ['a.JPG', latin('\xff\xd8\xff\xe0'), 'image/jpeg'],
    ['a.jpeg', latin('GIF89a'), 'image/gif'],
    ['a.webp', latin('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a.heic', latin('\0\0\0\x18ftypheic'), 'image/heic'],
    ['a.rtf', latin('{\\rtf1'), 'application/rtf'],
    ['a.txt', Buffer.from('Œuvres jouées\u00a0: 3'), 'text/plain'],
    ['a.csv', Buffer.from('Date;Œuvre\n'), 'text/csv'],
    ['a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Œuvres', 'utf16le')]), 'text/plain'],
    ['a.doc', utf16('WordDocument'), 'application/msword'],
    ['a.xls', utf16('Workbook'), 'application/vnd.ms-excel'],
    ['a.ppt', utf16('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
    ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), 'wordprocessingml'],
    ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheetml'],
    ['a.pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'presentationml'],
    ['a.odt', openDocument('text', 'content.xml'), 'application/vnd.oasis.opendocument.text'],
    ['a.ods', openDocument('spreadsheet', 'content.xml'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ])('of %s is told by its bytes', async (name, bytes, contentType) => {
    expect((await readContent(name, bytes)).contentType).toContain(contentType);
  });

  it.each<[string, string, Buffer, RegExp]>([
    ['a page', 'a.txt', latin('<!DOCTYPE html><script>'), /nom/],
    ['a drawing with scripts', 'a.csv', latin('<svg onload=…'), /nom/],
    ['a program', 'a.txt', latin('MZ\x90 …'), /nom/],
    ['bytes that are no text', 'a.txt', latin('abc\0def'), /nom/],
    ['text called PDF', 'a.pdf', latin('bonjour'), /nom/],
    ['a PDF called an image', 'a.png', latin('%PDF-1.7'), /nom/],
    ['an image called a spreadsheet', 'a.xlsx', latin('\x89PNG\r\n\x1a\n'), /nom/],
    ['a mail or an installer', 'a.doc', utf16('__properties_version1.0'), /nom/],
    ['any zip', 'a.docx', zip('facture.exe'), /nom/],
    ['a damaged zip', 'a.docx', latin('PK\x03\x04…'), /nom/],
    ['another OpenDocument', 'a.odt', openDocument('graphics', 'content.xml'), /nom/],
    ['macros of today', 'a.docx', zip('word/document.xml', 'word/vbaProject.bin'), /macros/],
    ['macros of OpenDocument', 'a.odt', openDocument('text', 'Basic/script-lc.xml'), /macros/],
    ['macros of former suites', 'a.xls', utf16('Workbook', '_VBA_PROJECT'), /macros/],
    ['a password', 'a.xlsx', utf16('EncryptedPackage'), /mot de passe/],
  ])('is refused for %s', async (_case, name, bytes, sentence) => {
    await expect(readContent(name, bytes)).rejects.toThrow(sentence);
  });
});
