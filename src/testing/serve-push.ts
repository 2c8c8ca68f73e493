import { globSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

type Handler = (
  request: Request,
  context: { readonly params: Promise<Readonly<Record<string, string>> | undefined> },
) => Response | Promise<Response>;
type Route = { readonly path: string; readonly pattern: RegExp; readonly module: object };

export type PushServer = {
  readonly url: string;
  /** Methods and paths of the files of routes, as OpenAPI writes them. */
  readonly operations: readonly string[];
  stop(): Promise<void>;
};

const root = join(process.cwd(), 'src', 'app', 'api', 'v1');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The very files of src/app/api/v1 behind a real HTTP server, found by their folders as Next.js finds them. */
export async function servePush(): Promise<PushServer> {
  const routes = await Promise.all(globSync('**/route.ts', { cwd: root }).map(loadRoute));
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming, outgoing).catch((error: unknown) => outgoing.destroy(Object(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    operations: routes.flatMap(({ path, module }) =>
      methods.filter((method) => method in module).map((method) => `${method} ${path}`),
    ),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function loadRoute(file: string): Promise<Route> {
  const module: object = await import(pathToFileURL(join(root, file)).href);
  const path = `/${file.replace(/\/?route\.ts$/, '')}`.replaceAll(/\[(\w+)\]/g, '{$1}');
  const pattern = new RegExp(`^/api/v1${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return { path, pattern, module };
}

async function answer(routes: readonly Route[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  for (const { pattern, module } of routes) {
    const match = pattern.exec(url.pathname);
    const handler: Handler | undefined = match && Reflect.get(module, incoming.method ?? '');
    if (!match || !handler) continue;
    // As Next.js: nothing at all for a route without parameters.
    const params =
      match.groups &&
      Object.fromEntries(Object.entries(match.groups).map(([name, value]) => [name, decodeURIComponent(value)]));
    const response = await handler(toRequest(url, incoming), { params: Promise.resolve(params) });
    // What was refused before its end is not read further.
    if (!incoming.complete) outgoing.setHeader('connection', 'close');
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
    return;
  }
  outgoing.writeHead(404).end();
}

function toRequest(url: URL, incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const item of value ?? []) headers.append(name, item);
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  return new Request(url, {
    method: incoming.method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  });
}
