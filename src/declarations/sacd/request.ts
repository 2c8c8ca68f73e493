/** Answers of the service are small; anything larger is not one of them, and must not fill the memory. */
const maxAnswerBytes = 2_000_000;

export type SacdRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal;
};

/**
 * - `answered`: a whole answer came, whatever its status;
 * - `not-sent`: the connection was never made, so the service surely received nothing;
 * - `cut`: it was lost on the way, or no answer came in time: the service may have received the request.
 * `detail` is a code (`ECONNREFUSED`, `TimeoutError`), never an address: addresses hold keys.
 */
export type SacdResponse =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'not-sent' | 'cut'; readonly detail: string };

/**
 * The service turns away what does not look like a browser. Each request has its own connection: on one kept from the log-in and
 * closed meanwhile by the service, a declaration would be lost without our knowing whether it was received.
 */
const headers = {
  connection: 'close',
  accept: 'application/json, application/xml, text/xml;q=0.9, */*;q=0.5',
  'accept-language': 'fr-FR,fr;q=0.9',
  'user-agent': 'Mozilla/5.0 (compatible; AssistantDeclaration/1.0)',
};

/** One request to the service. Never throws; redirections are not followed, for they would carry the keys elsewhere. */
export async function sendSacdRequest(request: SacdRequest): Promise<SacdResponse> {
  if (request.signal.aborted) return { kind: 'not-sent', detail: 'AbortError' };
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMilliseconds)]);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers,
      redirect: 'manual',
      signal,
      ...(request.form && { body: new URLSearchParams(request.form) }),
    });
    return { kind: 'answered', status: response.status, body: await readBody(response) };
  } catch (error) {
    const detail = toDetail(error);
    return { kind: neverConnected.test(detail) ? 'not-sent' : 'cut', detail };
  }
}

/** Codes that come before the first byte: refused, no route, no such name, no trust, no address at all. */
const neverConnected =
  /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;

/** The code of the cause, else the name. By shape and not by class: errors of `fetch` may come from another realm. */
function toDetail(error: unknown): string {
  return readText(readProperty(error, 'cause'), 'code') ?? readText(error, 'name') ?? 'unknown';
}

function readText(value: unknown, key: string): string | null {
  const property = readProperty(value, key);
  return typeof property === 'string' ? property : null;
}

function readProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) break;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
