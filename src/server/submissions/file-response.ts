import 'server-only';
import { type Readable } from 'node:stream';

export type ServedFile = {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Proof that the bytes are those that were sent; left out for a preview. */
  readonly sha256?: string;
};

/** A file for one person's eyes: no cache keeps it, no browser guesses its type. */
export function toFileResponse(file: ServedFile, disposition: 'inline' | 'attachment'): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': toDisposition(disposition, file.filename),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(file.sha256 !== undefined && {
        ETag: `"${file.sha256}"`,
        'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      }),
    },
  });
}

/** A file that is made while it is sent: nobody knows its length yet. */
export function toStreamResponse({
  filename,
  contentType,
  stream,
}: Pick<ServedFile, 'filename' | 'contentType'> & { readonly stream: Readable }): Response {
  return new Response(toBody(stream), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': toDisposition('attachment', filename),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Pieces are asked for as the browser takes them; one that leaves ends the making. */
function toBody(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done) controller.close();
        else controller.enqueue(new Uint8Array(piece.value));
      },
      cancel() {
        stream.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Said to strangers and for what does not exist, in the same words. */
export function toTextResponse(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}

/** RFC 6266: the real name for browsers, a plain one for the others. */
function toDisposition(disposition: string, filename: string): string {
  const plain = filename
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
