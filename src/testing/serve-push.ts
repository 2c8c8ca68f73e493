import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveRequests } from './serve-requests';

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
  const server = await serveRequests((request) => answer(routes, request));
  return {
    url: `${server.url}/api/v1`,
    operations: routes.flatMap(({ path, module }) =>
      methods.filter((method) => method in module).map((method) => `${method} ${path}`),
    ),
    stop: server.stop,
  };
}

async function loadRoute(file: string): Promise<Route> {
  const module: object = await import(pathToFileURL(join(root, file)).href);
  const path = `/${file.replace(/\/?route\.ts$/, '')}`.replaceAll(/\[(\w+)\]/g, '{$1}');
  const pattern = new RegExp(`^/api/v1${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return { path, pattern, module };
}

async function answer(routes: readonly Route[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const { pattern, module } of routes) {
    const match = pattern.exec(pathname);
    const handler: Handler | undefined = match && Reflect.get(module, request.method);
    if (!match || !handler) continue;
    // As Next.js: nothing at all for a route without parameters.
    const params =
      match.groups &&
      Object.fromEntries(Object.entries(match.groups).map(([name, value]) => [name, decodeURIComponent(value)]));
    return handler(request, { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}
