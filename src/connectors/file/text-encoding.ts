import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

export type TextEncoding = {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly start: number;
};

/**
 * What Windows-1252 puts where Latin-1 has control characters, from 0x80. Written out because some versions of Node decode
 * `windows-1252` as Latin-1 and lose €, œ and ’. The five bytes that it leaves undefined stay control characters (WHATWG).
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const chunkBytes = 128 * 1024;

/** A mark tells; else UTF-16 shows by its zeros, UTF-8 by being valid to the last whole character; anything else is Windows-1252. */
export function detectEncoding(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf-8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', start: 2 };
  const zeros = countZeros(bytes.subarray(0, 2000));
  if (zeros.odd > 10 * (zeros.even + 1)) return { name: 'utf-16le', start: 0 };
  if (zeros.even > 10 * (zeros.odd + 1)) return { name: 'utf-16be', start: 0 };
  return { name: isUtf8(withoutCutCharacter(bytes)) ? 'utf-8' : 'windows-1252', start: 0 };
}

function countZeros(bytes: Buffer): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

/** A file cut in the middle of its last character is still UTF-8. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

/** The text of the file, by chunks, without its mark. A character cut at the very end is left out. */
export function* decodeText(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decode = createDecoder(encoding);
  for (let at = encoding.start; at < bytes.length; at += chunkBytes) {
    yield decode(bytes.subarray(at, at + chunkBytes));
  }
}

function createDecoder({ name }: TextEncoding): (chunk: Buffer) => string {
  if (name === 'windows-1252') {
    return (chunk) =>
      chunk.toString('latin1').replace(/[\u0080-\u009f]/g, (one) => windows1252.charAt(one.charCodeAt(0) - 0x80));
  }
  const decoder = new StringDecoder(name === 'utf-8' ? 'utf8' : 'utf16le');
  if (name !== 'utf-16be') return (chunk) => decoder.write(chunk);
  // Chunks are even: only the last one may have a lonely byte, which is no character.
  return (chunk) => decoder.write(Buffer.from(chunk.subarray(0, chunk.length - (chunk.length % 2))).swap16());
}
