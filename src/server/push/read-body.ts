import 'server-only';
import { pushLimits } from './push-limits';
import { PushProblem } from './push-problem';

/** The JSON of a request, with its text. Throws `unsupported-media-type`, `body-too-large` or `invalid-json`. */
export async function readJsonBody(request: Request): Promise<{ readonly text: string; readonly json: unknown }> {
  const [mediaType] = (request.headers.get('content-type') ?? '').split(';');
  if (mediaType?.trim().toLowerCase() !== 'application/json') throw new PushProblem('unsupported-media-type');
  const bytes = await readBytes(request);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    return { text, json };
  } catch {
    throw new PushProblem('invalid-json');
  }
}

/** Stops at the limit, whatever the announced length. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const isAnnouncedTooLarge = Number(request.headers.get('content-length') ?? 0) > pushLimits.bodyBytes;
  if (isAnnouncedTooLarge) throw new PushProblem('body-too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > pushLimits.bodyBytes) throw new PushProblem('body-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
