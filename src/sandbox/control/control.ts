import { json, type Reply, type SandboxRequest, type SandboxSystem } from '../http/exchange';
import { moveSales } from './move-sales-request';
import { parseObject } from './parse-object';
import {
  clearTroubles,
  listModes,
  listTroubles,
  mailSystems,
  resetSystem,
  setTrouble,
  type ControlledWorld,
  type NewTrouble,
} from './switches';

/**
 * The switches of the simulated world, `/control/{system}`: PUT sets a trouble, GET reads counts and troubles, DELETE forgets
 * everything received, DELETE `…/trouble` only switches troubles off. GET `/control/sacd/received`; POST
 * `/control/{ticketing system}/{account}/sell|refund` moves sales, GET `…/ledger` lists them. DELETE `/control` forgets everything.
 */
export function createControl(world: ControlledWorld, home: SandboxSystem): SandboxSystem {
  return {
    name: 'control',
    title: 'Commandes',
    handle: (request) => (isForPeople(request) ? home.handle({ ...request, path: '/' }) : answer(world, request)),
    toSubject: () => '',
    refuseForNow: () => json({ error: 'too many requests' }, 429),
    reset: () => undefined,
  };
}

/** `/control` in a browser is the page with the same switches. */
function isForPeople({ method, path, headers }: SandboxRequest): boolean {
  return method === 'GET' && path === '/' && (headers.accept ?? '').includes('text/html');
}

function answer(world: ControlledWorld, request: SandboxRequest): Reply {
  const [, system = '', detail = '', action = ''] = request.path.split('/');
  if (system === '') return answerForAll(world, request.method);
  const modes = listModes(world, system);
  if (!modes) return json({ error: `unknown system: ${system}`, systems: listSystems(world) }, 404);
  if (system === 'sacd' && detail === 'received' && request.method === 'GET') return json(world.sacd.received());
  const ticketing = world.ticketing.find(({ name }) => name === system);
  if (ticketing && action !== '') return moveSales(ticketing, world.now(), { account: detail, action }, request);
  if (request.method === 'GET') return json(describe(world, system));
  if (request.method === 'PUT') return arm(world, system, modes, request.body);
  if (request.method !== 'DELETE') return json({ error: 'method not allowed' }, 405);
  if (detail === 'trouble') clearTroubles(world, system);
  else resetSystem(world, system);
  return json(describe(world, system));
}

function answerForAll(world: ControlledWorld, method: string): Reply {
  const systems = listSystems(world);
  if (method === 'DELETE') for (const system of systems) resetSystem(world, system);
  else if (method !== 'GET') return json({ error: 'method not allowed' }, 405);
  return json(Object.fromEntries(systems.map((system) => [system, describe(world, system)])));
}

function listSystems(world: ControlledWorld): readonly string[] {
  return [...world.systems.map(({ name }) => name), ...mailSystems];
}

function describe(world: ControlledWorld, system: string): unknown {
  return { ...world.log.read(system), troubles: listTroubles(world, system) };
}

function arm(world: ControlledWorld, system: string, modes: Readonly<Record<string, string>>, body: string): Reply {
  const asked = readTrouble(body);
  if (!asked || !(asked.mode in modes)) return json({ error: 'unknown mode', modes }, 400);
  return json(setTrouble(world, system, asked));
}

function readTrouble(body: string): NewTrouble | null {
  const asked = parseObject(body);
  const mode = asked?.mode;
  if (!asked || (typeof mode !== 'string' && typeof mode !== 'number')) return null;
  const toNumber = (name: string): number | undefined => (typeof asked[name] === 'number' ? asked[name] : undefined);
  const toWords = (name: string): string | undefined => (typeof asked[name] === 'string' ? asked[name] : undefined);
  return {
    mode: String(mode),
    times: toNumber('times'),
    only: toWords('only'),
    path: toWords('path'),
    skip: toNumber('skip'),
    delayMilliseconds: toNumber('delayMilliseconds'),
    retryAfterSeconds: toNumber('retryAfterSeconds'),
  };
}
