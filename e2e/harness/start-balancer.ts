import { type IncomingMessage, type ServerResponse, createServer, request as sendRequest } from 'node:http';
import { type AddressInfo } from 'node:net';

export type Balancer = { readonly port: number; stop(): Promise<void> };

/** What a host puts before several web processes: one address, each request to the next process, over the dead ones. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
    readBody(request).then(
      (body) => forward(request, body, response, order),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function forward(
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  [port, ...others]: readonly number[],
): void {
  const { method, url, headers } = request;
  const forwarded = { ...headers, 'x-forwarded-for': request.socket.remoteAddress, 'x-forwarded-host': headers.host };
  // A connection each: one that was kept may be closed by the other end at the moment it is used again.
  const options = { host: '127.0.0.1', port, method, path: url, headers: forwarded, agent: false };
  const upstream = sendRequest(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (response.headersSent) response.destroy();
    else if (error.code === 'ECONNREFUSED' && others.length > 0) forward(request, body, response, others);
    else response.writeHead(502).end();
  });
  response.on('close', () => upstream.destroy());
  upstream.end(body);
}
