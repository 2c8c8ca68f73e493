import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext } from './connector';
import { createContractClock, type ContractClock } from './contract/world';
import { createHttpClient, synchronizationPolicy, type HttpClientOptions, type HttpPolicy } from './http';
import { createMemoryQuota } from './quota';
import { AppError } from '@/domain/errors';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

describe('JSON over HTTP', () => {
  let server: Server;
  let answers: Answer[];
  let requests: IncomingMessage[];
  let clock: ContractClock;
  let penalties: number[];
  let logged: unknown[];

  beforeEach(async () => {
    answers = [];
    requests = [];
    penalties = [];
    logged = [];
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    server = createServer((request, response) => {
      requests.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function toBaseUrl(): string {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api`;
  }

  function createClient(
    policy: Partial<HttpPolicy> = {},
    changes: Partial<ConnectorContext> = {},
    judge?: HttpClientOptions['judge'],
  ) {
    const quota = createMemoryQuota({ requests: 1000, windowSeconds: 1 }, clock);
    const context: ConnectorContext = {
      credentials: { accessKey: 'user', secretKey: 'secret' },
      baseUrl: toBaseUrl(),
      quota: {
        acquire: quota.acquire,
        penalize(seconds) {
          penalties.push(seconds);
          return quota.penalize(seconds);
        },
      },
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
      random: () => 0,
      log: (entry) => logged.push(entry),
      ...changes,
    };
    return createHttpClient(context, {
      policy: { ...synchronizationPolicy, ...policy },
      headers: { authorization: 'Basic marked-key' },
      rateLimitPauseSeconds: 60,
      judge: judge ?? (() => null),
    });
  }

  async function failWith(answer: Answer, policy: Partial<HttpPolicy> = {}): Promise<readonly [string, number]> {
    answers = [answer];
    const error: unknown = await createClient(policy)
      .requestJson({ path: '/list' })
      .catch((failure: unknown) => failure);
    return [error instanceof AppError ? error.code : String(error), requests.length];
  }

  it('asks for JSON at the path and query given, with the headers of the vendor', async () => {
    answers = [answerJson([1, 2])];
    expect(await createClient().requestJson({ path: '/list', query: { q: 'é&=', past: '1' } })).toEqual([1, 2]);
    expect(requests[0]?.url).toBe('/api/list?q=%C3%A9%26%3D&past=1');
    expect(requests[0]?.headers).toMatchObject({ accept: 'application/json', authorization: 'Basic marked-key' });
  });

  it('ignores slashes at the end of the base address', async () => {
    answers = [answerJson({})];
    await createClient({}, { baseUrl: `${toBaseUrl()}//` }).requestJson({ path: '/list' });
    expect(requests[0]?.url).toBe('/api/list');
  });

  it('sends a body when there is one', async () => {
    let body = '';
    answers = [
      (request, response) => {
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => answerJson({ method: request.method })(request, response));
      },
    ];
    const request = { path: '/token', method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a=1' } as const;
    expect(await createClient().requestJson(request)).toEqual({ method: 'POST' });
    expect(body).toBe('a=1');
  });

  it('reads a compressed answer', async () => {
    answers = [
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' });
        response.end(gzipSync('{"compressed":true}'));
      },
    ];
    expect(await createClient().requestJson({ path: '/list' })).toEqual({ compressed: true });
  });

  it('reads good JSON announced as HTML, as some back ends send it', async () => {
    answers = [answerJson([], 200, { 'content-type': 'text/html' })];
    expect(await createClient().requestJson({ path: '/list' })).toEqual([]);
  });

  it.each<readonly [string, number, string]>([
    ['400', 400, 'unexpected-answer'],
    ['401', 401, 'invalid-credentials'],
    ['403', 403, 'insufficient-rights'],
    ['404', 404, 'unexpected-answer'],
    ['301', 301, 'unexpected-answer'],
  ])('never tries a %s again', async (_title, status, code) => {
    expect(await failWith(answerJson({}, status, { location: 'http://169.254.169.254/' }))).toEqual([code, 1]);
    expect(clock.pauses).toEqual([]);
  });

  it.each([500, 502, 503, 504])('tries a %i four times, with pauses that double', async (status) => {
    expect(await failWith(answerJson({}, status))).toEqual(['unavailable', 4]);
    expect(clock.pauses).toEqual([1000, 2000, 4000]);
  });

  it('takes away up to half of a pause, so that workers do not come back together', async () => {
    answers = [answerJson({}, 500), answerJson({})];
    await createClient({}, { random: () => 1 }).requestJson({ path: '/list' });
    expect(clock.pauses).toEqual([500]);
  });

  it('takes a page with status 403 for a firewall, not for a wrong key', async () => {
    const page: Answer = (_request, response) =>
      response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>No</h1>');
    expect(await failWith(page)).toEqual(['unavailable', 1]);
  });

  it('takes a 403 that says nothing for the vendor’s', async () => {
    const page: Answer = (_request, response) => response.writeHead(403, { 'content-type': 'text/html' }).end('');
    expect(await failWith(page)).toEqual(['insufficient-rights', 1]);
  });

  it('does not insist on a challenge, whatever its status', async () => {
    const challenge: Answer = (_request, response) =>
      response
        .writeHead(503, { 'content-type': 'text/html' })
        .end('<script src="/cdn-cgi/challenge-platform/x"></script>');
    expect(await failWith(challenge)).toEqual(['unavailable', 1]);
  });

  it('waits the vendor’s own pause after a 429 that says nothing, and tells the quota', async () => {
    answers = [answerJson({}, 429), answerJson({ done: true })];
    expect(await createClient().requestJson({ path: '/list' })).toEqual({ done: true });
    expect(clock.pauses).toEqual([60_000]);
    expect(penalties).toEqual([60]);
  });

  it('waits until the HTTP date of Retry-After', async () => {
    answers = [answerJson({}, 429, { 'retry-after': 'Fri, 20 Nov 2026 10:00:45 GMT' }), answerJson({})];
    await createClient().requestJson({ path: '/list' });
    expect(clock.pauses).toEqual([45_000]);
  });

  it('recognises a refusal for now that comes with another status', async () => {
    answers = [answerJson({ error: 'rate_limiting' }, 403), answerJson({ done: true })];
    const client = createClient({}, {}, (json) =>
      JSON.stringify(json).includes('rate_limiting') ? 'rate-limited' : null,
    );
    expect(await client.requestJson({ path: '/list' })).toEqual({ done: true });
    expect(penalties).toEqual([60]);
  });

  it('lets the vendor’s error object decide, even with status 200', async () => {
    answers = [answerJson({ error: 'unauthorized' })];
    const client = createClient({}, {}, () => new AppError('insufficient-rights'));
    await expect(client.requestJson({ path: '/list' })).rejects.toMatchObject({ code: 'insufficient-rights' });
  });

  it('refuses an answer beyond the bound, compressed or not, without trying again', async () => {
    expect(await failWith(answerJson('x'.repeat(2000)), { maxBytes: 1000 })).toEqual(['unexpected-answer', 1]);
    requests = [];
    const bomb: Answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(`"${'0'.repeat(1_000_000)}"`));
    expect(await failWith(bomb, { maxBytes: 100_000 })).toEqual(['unexpected-answer', 1]);
  });

  it('tries a cut compressed answer again', async () => {
    const whole = gzipSync(JSON.stringify({ text: 'y'.repeat(500) }));
    answers = [
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, 20)),
      answerJson({ done: true }),
    ];
    expect(await createClient().requestJson({ path: '/list' })).toEqual({ done: true });
  });

  it('says that nobody is there when the port is closed', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const address = closed.address();
    await new Promise((done) => closed.close(done));
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await expect(createClient({}, { baseUrl }).requestJson({ path: '/list' })).rejects.toMatchObject({
      code: 'unavailable',
      detail: { reason: 'unreachable' },
    });
  });

  it('logs the path, the status and the attempt of every request, and nothing else', async () => {
    answers = [answerJson({}, 500), answerJson({})];
    await createClient().requestJson({ path: '/list', query: { key: 'marked-key' } });
    expect(logged).toEqual([
      { path: '/list', status: 500, milliseconds: expect.any(Number), attempt: 1 },
      { path: '/list', status: 200, milliseconds: expect.any(Number), attempt: 2 },
    ]);
  });

  it('refuses an address that cannot be read', async () => {
    await expect(createClient({}, { baseUrl: 'not an address' }).requestJson({ path: '/list' })).rejects.toMatchObject({
      code: 'invalid-address',
    });
  });

  it('refuses a name that leads to this machine when the private network is closed', async () => {
    const { port } = new URL(toBaseUrl());
    const client = createClient({}, { baseUrl: `https://localhost:${port}`, allowPrivateNetwork: false });
    await expect(client.requestJson({ path: '/list' })).rejects.toMatchObject({ code: 'invalid-address' });
    expect(requests).toHaveLength(0);
  });
});
