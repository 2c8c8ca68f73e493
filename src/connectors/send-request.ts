import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createPublicLookup } from './address-check';
import { AppError } from '@/domain/errors';

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type HttpAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The whole body, or its beginning when it was collected by rows. */
  readonly body: string;
};
export type SendOptions = {
  readonly signal: AbortSignal;
  readonly timeoutMilliseconds: number;
  /** Bound of the body once decompressed. */
  readonly maxBytes: number;
  readonly allowPrivateNetwork: boolean;
  /** Takes the body while it arrives: only its beginning is then kept. */
  readonly onChunk?: (chunk: Buffer) => void;
};

/** Enough of a body taken elsewhere to recognize an error object or a page. */
const beginningBytes = 64 * 1024;

/** No whole answer came back. `reason` is for the retry rule and the log; the address and the headers stay out of it. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  constructor(
    readonly reason: 'timeout' | 'cut' | 'unreachable' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** The look-up is a property of the agent, so that a pooled connection was always made under the rule of its requests. */
const publicAgents = {
  http: new http.Agent({ keepAlive: true, lookup: createPublicLookup() }),
  https: new https.Agent({ keepAlive: true, lookup: createPublicLookup() }),
};
const openAgents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

/**
 * One HTTP request, one whole answer as UTF-8 text. Redirects are answers like others: never followed.
 * Rejects with `signal.reason` when aborted, AppError('invalid-address') when the name leads to a private address,
 * TransportFailure for everything else.
 */
export async function sendRequest(request: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  const timeout = AbortSignal.timeout(options.timeoutMilliseconds);
  try {
    const response = await openResponse(request, options, AbortSignal.any([options.signal, timeout]));
    const body = await readBody(response, options);
    return { status: response.statusCode ?? 0, headers: response.headers, body };
  } catch (error) {
    options.signal.throwIfAborted();
    if (timeout.aborted) throw new TransportFailure('timeout', `no answer within ${options.timeoutMilliseconds} ms`);
    if (error instanceof AppError || error instanceof TransportFailure) throw error;
    throw toTransportFailure(error);
  }
}

function openResponse(request: HttpRequest, options: SendOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url, headers, body } = request;
  const isSecure = url.protocol === 'https:';
  const agents = options.allowPrivateNetwork ? openAgents : publicAgents;
  const agent = isSecure ? agents.https : agents.http;
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? https : http).request(url, { method, headers, agent, signal }, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readBody(response: IncomingMessage, { maxBytes, onChunk }: SendOptions): Promise<string> {
  const isGzip = response.headers['content-encoding'] === 'gzip';
  const stream = isGzip ? pipeline(response, createGunzip(), () => undefined) : response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > maxBytes) {
      response.destroy();
      throw new TransportFailure('too-large', `the answer exceeds ${maxBytes} bytes`);
    }
    onChunk?.(buffer);
    if (!onChunk || bytes - buffer.length < beginningBytes) chunks.push(buffer);
  }
  if (!response.complete) throw new TransportFailure('cut', 'the connection was cut');
  return Buffer.concat(chunks).toString('utf8');
}

const cutCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
]);

function toTransportFailure(error: unknown): TransportFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return cutCodes.has(code)
    ? new TransportFailure('cut', `the connection was cut (${code})`)
    : new TransportFailure('unreachable', `no connection (${code})`);
}
