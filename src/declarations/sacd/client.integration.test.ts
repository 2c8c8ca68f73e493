import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@/sandbox/start-sandbox';
import { givenDeclaration } from '@/testing/given-declaration';
import { sacd } from '.';
import { createSacdClient, type SacdClientOptions, type SacdConfig } from './client';

const declaration = givenDeclaration();
const xml = new TextDecoder().decode((await sacd.render(declaration)).bytes);
const never = new AbortController().signal;
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

const secrets = {
  consumerKey: 'marked-consumer-key',
  secretKey: 'marked-secret-key',
  providerName: 'ASSISTANT',
  providerReference: 'marked-reference',
  providerPassword: 'marked-password',
};

type Received = {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
};
type Handler = (request: Received, response: ServerResponse) => void;

let server: Server;
let config: SacdConfig;
let received: Received[];
let handlers: Record<string, Handler>;
let tokens: number;

const paths = {
  login: '/ticketing/auto-access.json',
  test: '/ticketing/broker/HelloWorldWS',
  declare: '/ticketing/broker/ExploitFileTransmitETicketingDeclarationWS',
  logout: '/ticketing/logout',
};

const accepted =
  '<Declaration><Representations><Representation><rep_ref_dec>serie-01_rep-1</rep_ref_dec><numero>7</numero><statut>OK</statut></Representation></Representations></Declaration>';

beforeEach(async () => {
  received = [];
  tokens = 0;
  handlers = {
    [paths.login]: (_request, response) => response.end(JSON.stringify({ AuthToken: `token-${(tokens += 1)}` })),
    [paths.test]: (_request, response) => response.end('{"Result":"Hello World!"}'),
    [paths.declare]: (_request, response) => response.end(accepted),
    [paths.logout]: (_request, response) => response.end(),
  };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const entry = {
        url: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        form: new URLSearchParams(body),
      };
      received.push(entry);
      handlers[entry.url.split('?')[0] ?? '']?.(entry, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  config = { baseUrl: `http://127.0.0.1:${port}`, ...secrets };
});
afterEach(
  () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
);

const steps = () => received.map(({ url }) => Object.entries(paths).find(([, path]) => url.startsWith(path))?.[0]);
const declare = (options?: SacdClientOptions) =>
  createSacdClient(config, options).declare({ xml, declaration, signal: never });

describe('a declaration', () => {
  it('logs in, then posts the XML with the keys the protocol wants', async () => {
    expect(await declare()).toEqual({
      outcome: 'accepted',
      performances: [{ performanceId: 'rep-1', status: 'ok', number: '7', field: null, message: null }],
      body: accepted,
    });
    const [login, post] = received;
    expect(Object.fromEntries(login?.form ?? [])).toEqual({
      'login[login]': 'marked-reference',
      'login[password]': md5('marked-password'),
      'login[consumer_key]': 'marked-consumer-key',
    });
    expect(post?.url).toBe(`${paths.declare}?key=marked-consumer-key&token=${md5('marked-secret-keytoken-1')}`);
    expect(Object.fromEntries(post?.form ?? [])).toEqual({
      'parameters[Application]': 'ASSISTANT',
      'parameters[LoginRefFile]': 'marked-reference',
      'parameters[Language]': 'FR',
      'parameters[Declaration]': xml,
    });
    for (const { method, headers } of received) {
      expect(method).toBe('POST');
      expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
      expect(headers['user-agent']).toMatch(/^Mozilla\//);
      expect(headers['accept-language']).toMatch(/^fr/);
      expect(headers.connection).toBe('close');
    }
  });

  it('tells its caller after the log-in and before the first byte, once', async () => {
    const seen: unknown[] = [];
    await createSacdClient(config).declare({
      xml,
      declaration,
      signal: never,
      beforeSending: async () => void seen.push(...steps()),
    });
    expect(seen).toEqual(['login']);
  });

  it('sends nothing when its caller could not note that it would', async () => {
    const failure = new Error('database restarted');
    const input = { xml, declaration, signal: never, beforeSending: () => Promise.reject(failure) };
    await expect(createSacdClient(config).declare(input)).rejects.toBe(failure);
    expect(steps()).toEqual(['login']);
  });

  it.each<readonly [string, Handler]>([
    ['401', (_request, response) => response.writeHead(401).end()],
    ['ERR_TOKEN', (_request, response) => response.end('{"Error":{"Code":"ERR_TOKEN","Message":"Jeton périmé"}}')],
  ])('renews once a token refused by %s, and keeps it for the next', async (_case, refuse) => {
    const accept = handlers[paths.declare];
    const client = createSacdClient(config);
    handlers[paths.declare] = (request, response) => (tokens < 2 ? refuse : accept)?.(request, response);
    expect(await client.declare({ xml, declaration, signal: never })).toMatchObject({ outcome: 'accepted' });
    expect(await client.declare({ xml, declaration, signal: never })).toMatchObject({ outcome: 'accepted' });
    expect(steps()).toEqual(['login', 'declare', 'login', 'declare', 'declare']);
  });

  it('gives up when the renewed token is refused too', async () => {
    handlers[paths.declare] = (_request, response) => response.writeHead(403).end();
    expect(await declare()).toEqual({
      outcome: 'not-received',
      reason: 'login-refused',
      detail: 'HTTP 403',
      body: null,
    });
    expect(steps()).toEqual(['login', 'declare', 'login', 'declare']);
  });
});

describe('what was surely not received', () => {
  it.each<readonly [string, Handler, string, string]>([
    [
      'wrong keys',
      (_request, response) => response.end('{"Error":{"Code":"ERR_LOGIN","Message":"Non"}}'),
      'login-refused',
      'ERR_LOGIN',
    ],
    ['a refused log-in', (_request, response) => response.writeHead(401).end('no'), 'login-refused', 'HTTP 401'],
    ['a maintenance page', (_request, response) => response.end('<html>Maintenance</html>'), 'unavailable', 'HTTP 200'],
    ['a broken service', (_request, response) => response.writeHead(502).end(), 'unavailable', 'HTTP 502'],
    ['a cut', (_request, response) => response.destroy(), 'unavailable', 'UND_ERR_SOCKET'],
    ['silence', () => undefined, 'unavailable', 'TimeoutError'],
  ])('includes %s at log-in', async (_case, handler, reason, detail) => {
    handlers[paths.login] = handler;
    expect(await declare({ timeoutMilliseconds: 300 })).toEqual({
      outcome: 'not-received',
      reason,
      detail,
      body: null,
    });
    expect(steps()).toEqual(['login']);
  });

  it.each([
    [404, 'HTTP 404'],
    [302, 'HTTP 302'],
    [429, 'HTTP 429'],
    [503, 'HTTP 503'],
  ])('includes a request turned away with %i', async (status, detail) => {
    handlers[paths.declare] = (_request, response) =>
      response.writeHead(status, { location: 'https://elsewhere.test/?stolen' }).end('<html></html>');
    expect(await declare()).toEqual({
      outcome: 'not-received',
      reason: 'request-refused',
      detail,
      body: '<html></html>',
    });
  });

  it('includes a service that nobody can connect to', async () => {
    const probe = createSocketServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    const client = createSacdClient({ ...config, baseUrl: `http://127.0.0.1:${port}/` });
    expect(await client.declare({ xml, declaration, signal: never })).toEqual({
      outcome: 'not-received',
      reason: 'unavailable',
      detail: 'ECONNREFUSED',
      body: null,
    });
  });

  it('includes a connection refused between log-in and declaration', async () => {
    const closeServer = () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      });
    const input = { xml, declaration, signal: never, beforeSending: closeServer };
    expect(await createSacdClient(config).declare(input)).toMatchObject({
      outcome: 'not-received',
      detail: 'ECONNREFUSED',
    });
  });

  it('includes a shutdown asked before anything was sent', async () => {
    const client = createSacdClient(config);
    const result = await client.declare({ xml, declaration, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: 'not-received', reason: 'unavailable', detail: 'AbortError' });
    expect(received).toEqual([]);
  });
});

describe('what may have been received', () => {
  it.each<readonly [string, Handler, string, string]>([
    ['silence after the bytes left', () => undefined, 'no-answer', 'TimeoutError'],
    [
      'a connection cut after the bytes left',
      (_request, response) => response.destroy(),
      'no-answer',
      'UND_ERR_SOCKET',
    ],
    [
      'an answer cut in its middle',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write(accepted.slice(0, 40), () => response.destroy());
      },
      'no-answer',
      'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    ],
    [
      'an error of a gateway',
      (_request, response) => response.writeHead(504).end('<html></html>'),
      'server-error',
      'HTTP 504',
    ],
    ['an error of the service', (_request, response) => response.writeHead(500).end(), 'server-error', 'HTTP 500'],
    [
      'a page of HTML',
      (_request, response) => response.end('<html>Bonjour</html>'),
      'unexpected-answer',
      '<html>Bonjour</html>',
    ],
  ])('includes %s', async (_case, handler, reason, detail) => {
    handlers[paths.declare] = handler;
    expect(await declare({ declareTimeoutMilliseconds: 300 })).toMatchObject({ outcome: 'unknown', reason, detail });
    expect(steps()).toEqual(['login', 'declare']);
  });

  it('includes a shutdown asked while waiting for the answer', async () => {
    const shutdown = new AbortController();
    handlers[paths.declare] = () => shutdown.abort();
    const result = await createSacdClient(config).declare({ xml, declaration, signal: shutdown.signal });
    expect(result).toEqual({ outcome: 'unknown', reason: 'no-answer', detail: 'AbortError', body: null });
  });

  it('includes an answer too large to be one, which does not fill the memory', async () => {
    handlers[paths.declare] = (_request, response) => response.end('x'.repeat(3_000_000));
    expect(await declare()).toMatchObject({ outcome: 'unknown', reason: 'unexpected-answer' });
  });
});

describe('a failure that the service words', () => {
  it.each([
    [200, 'ERR_WS_DEC_REF', 'unknown-declarant'],
    [200, 'ERR_WS_XML', 'technical-failure'],
    [500, 'ERR_WS_XML', 'technical-failure'],
  ])('with status %i and code %s is %s', async (status, code, outcome) => {
    const body = JSON.stringify({ Error: { Code: code, Message: 'Non' } });
    handlers[paths.declare] = (_request, response) => response.writeHead(status).end(body);
    expect(await declare()).toEqual({ outcome, code, message: 'Non', body });
  });
});

describe('the other calls', () => {
  it('say hello, and log out only what is logged in', async () => {
    const client = createSacdClient(config);
    await client.logout(never);
    expect(await client.test(never)).toBeNull();
    await client.logout(never);
    await client.logout(never);
    expect(steps()).toEqual(['login', 'test', 'logout']);
    expect(received.at(-1)?.method).toBe('GET');
  });

  it.each<readonly [string, Handler, string]>([
    ['another answer', (_request, response) => response.end('<html></html>'), 'HTTP 200'],
    ['an error', (_request, response) => response.end('{"Error":{"Code":"ERR_WS_PARAM"}}'), 'ERR_WS_PARAM'],
    ['a cut', (_request, response) => response.destroy(), 'UND_ERR_SOCKET'],
  ])('say what is wrong for %s', async (_case, handler, detail) => {
    handlers[paths.test] = handler;
    expect(await createSacdClient(config).test(never)).toEqual({
      outcome: 'not-received',
      reason: 'unavailable',
      detail,
    });
  });
});

describe('keys', () => {
  it('are in no log and no result, whatever happens', async () => {
    const told: unknown[] = [];
    const options = {
      timeoutMilliseconds: 300,
      declareTimeoutMilliseconds: 300,
      log: (entry: unknown) => void told.push(entry),
    };
    for (const path of [paths.declare, paths.login]) {
      for (const handler of [() => undefined, (_: Received, response: ServerResponse) => response.destroy()]) {
        handlers[path] = handler;
        told.push(await declare(options));
      }
    }
    expect(JSON.stringify(told)).toContain('"step":"declare"');
    for (const secret of [
      ...Object.values(secrets).filter((value) => value.startsWith('marked')),
      'token',
      md5('marked-password'),
    ]) {
      expect(JSON.stringify(told)).not.toContain(secret);
    }
  });
});

describe('the simulated service', () => {
  it('accepts what we send, and answers what we understand', async () => {
    const sandbox = await startSandbox({});
    try {
      const { environment } = sandbox;
      const client = createSacdClient({
        baseUrl: String(environment.SACD_API_BASE_URL),
        consumerKey: String(environment.SACD_API_CONSUMER_KEY),
        secretKey: String(environment.SACD_API_SECRET_KEY),
        providerName: String(environment.SACD_API_PROVIDER_NAME),
        providerReference: String(environment.SACD_API_PROVIDER_REFFILE),
        providerPassword: String(environment.SACD_API_PROVIDER_PASSWORD),
      });
      expect(await client.test(never)).toBeNull();
      expect(await client.declare({ xml, declaration, signal: never })).toMatchObject({
        outcome: 'accepted',
        performances: [{ performanceId: 'rep-1', status: 'ok', number: '7000001', field: null, message: null }],
      });
      const stranger = givenDeclaration({ organization: { sacdId: '1' } });
      const strangeXml = new TextDecoder().decode((await sacd.render(stranger)).bytes);
      expect(await client.declare({ xml: strangeXml, declaration: stranger, signal: never })).toMatchObject({
        outcome: 'unknown-declarant',
        code: 'ERR_WS_DEC_REF',
      });
    } finally {
      await sandbox.stop();
    }
  });
});
