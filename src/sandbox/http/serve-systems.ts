import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { html, type SandboxRequest, type SandboxSystem } from './exchange';
import { distortReply } from './distort-reply';
import { type RequestLog } from './request-log';
import { sendHalf, sendReply, toTroubledReply } from './send-reply';
import { type TroubleStore } from './trouble';

export type ServedWorld = {
  readonly systems: readonly SandboxSystem[];
  readonly troubles: TroubleStore;
  readonly log: RequestLog;
};

/** Larger than any declaration or form; a client that sends more is wrong. */
const maxBodyBytes = 20 * 1024 * 1024;

/** One HTTP server for every system: `/{system}/…`. Systems without trouble switches (control, inbox) are served the same way. */
export function serveSystems(world: ServedWorld): Server {
  return createServer((incoming, response) => {
    answer(world, incoming, response).catch(() => response.destroy());
  });
}

async function answer(world: ServedWorld, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://sandbox.test');
  const [, first = ''] = url.pathname.split('/');
  const system = world.systems.find(({ name }) => name === first) ?? world.systems.find(({ name }) => name === '');
  if (!system) return sendReply(response, html('<!doctype html><title>404</title><h1>Page inconnue</h1>', 404));
  const request: SandboxRequest = {
    method: incoming.method ?? 'GET',
    path: system.name === '' ? url.pathname : url.pathname.slice(system.name.length + 1) || '/',
    query: url.searchParams,
    headers: incoming.headers,
    body: await readBody(incoming),
  };
  world.log.count(system.name, request.method, request.path);
  const trouble = world.troubles.take(system.name, system.toSubject(request), request.path);
  if (!trouble) return sendReply(response, system.handle(request));
  if (trouble.mode === 'timeout') return;
  if (trouble.mode === 'down') return void response.destroy();
  const reply = toTroubledReply(trouble, system) ?? distortReply(trouble.mode, system.handle(request));
  if (trouble.mode === 'timeout-after-receiving') return;
  if (trouble.mode === 'cut') return sendHalf(response, reply);
  if (trouble.mode === 'slow') await pause(response, trouble.delayMilliseconds);
  sendReply(response, reply);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > maxBodyBytes) throw new Error('the request is too large');
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Ends early when the client gives up, so that stopping the sandbox never waits. */
function pause(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
