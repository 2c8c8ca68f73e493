import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onEndAsked } from './bootstrap.mjs';
import { ensureBuild } from './ensure-build';
import { type Environment, readTestEnvironment, root } from './environment';
import { Failure, explainFailure, reportFailure } from './failure.mjs';
import { migrateDatabase } from './migrate-database';
import { findFreePort, isPortFree } from './ports';
import { ensureDatabase, startPostgres } from './postgres';
import { type ManagedProcess, stopEverything } from './processes';
import { type Mode, runSeed, startSandbox, startWeb, startWorker } from './services';

const DATA = join(root, '.data', 'postgres');
const FIRST_DAY = join(root, '.data', 'first-day');
const DEFAULT_PORT = 3000;

const started = Date.now();
let isStopping = false;

/**
 * The whole service on this machine, until a person ends it: PostgreSQL with its data in .data/, the simulated outside world,
 * web and worker. What `npm run demo` and `npm run dev` do; only the second shows the lines that the processes print.
 */
export async function runLocalWorld(mode: Mode): Promise<void> {
  onEndAsked(() => {
    console.log('\n  Arrêt…');
    void end(0);
  });
  try {
    await start(mode);
  } catch (error) {
    if (isStopping) return;
    await end(reportFailure(error));
  }
}

async function end(exitCode: number): Promise<void> {
  isStopping = true;
  await stopEverything();
  process.exit(exitCode);
}

async function start(mode: Mode): Promise<void> {
  const port = await chooseWebPort();
  const env = readTestEnvironment();
  env.APP_MODE = process.env.APP_MODE ?? 'dev';
  env.APP_BASE_URL = process.env.APP_BASE_URL ?? `http://localhost:${port}`;

  const built = mode === 'production' ? build(env) : Promise.resolve();
  // Awaited below: failing meanwhile must not end the process without a word.
  built.catch(() => undefined);
  env.DATABASE_URL = await startDatabase(env);
  say('base de données prête');
  await built;

  await startOutsideWorld(mode, env);
  const accounts = await runSeed({ mode, env });
  say('données de démonstration en place');

  const onLine = mode === 'development' ? (line: string) => console.log(line) : undefined;
  watch(await startWeb({ mode, env, port, onLine }));
  watch(startWorker({ mode, env, onLine }));
  announce(port, env, accounts);
}

/** The port of the web application, refused in one sentence when something listens there. */
async function chooseWebPort(): Promise<number> {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`« ${process.env.PORT} » n’est pas un numéro de port.`);
  }
  if (await isPortFree(port)) return port;
  throw new Failure(
    `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port (PORT=${port + 1}).`,
  );
}

async function build(env: Environment): Promise<void> {
  say('construction de l’application, si ses sources ont changé…');
  await ensureBuild(env);
  say('application construite');
}

/** Starts PostgreSQL where DATABASE_URL says and brings the database up to date; its address. */
async function startDatabase(env: Environment): Promise<string> {
  const address = new URL(env.DATABASE_URL ?? '');
  const isReset = process.argv.includes('--reset');
  const server = await startPostgres({
    folder: DATA,
    choosePort: () => choosePort(Number(address.port), 'PostgreSQL'),
    user: address.username,
    password: address.password,
    isReset,
  });
  if (isReset) rmSync(FIRST_DAY, { force: true });
  const database = address.pathname.slice(1);
  await ensureDatabase(server, database);
  const url = server.urlOf(database);
  await migrateDatabase(url);
  return url;
}

async function startOutsideWorld(mode: Mode, env: Environment): Promise<void> {
  for (const name of ['SANDBOX_PORT', 'SANDBOX_SMTP_PRIMARY_PORT', 'SANDBOX_SMTP_FALLBACK_PORT']) {
    env[name] = String(await choosePort(Number(env[name]), 'le monde simulé'));
  }
  env.SANDBOX_REFERENCE_DATE = process.env.SANDBOX_REFERENCE_DATE ?? readFirstDay();
  const sandbox = await startSandbox({ mode, env });
  watch(sandbox.process);
  Object.assign(env, sandbox.environment);
}

/** When the data were first made: the simulated season stays where it was, so that a later day finds the same shows. */
function readFirstDay(): string {
  if (!existsSync(FIRST_DAY)) writeFileSync(FIRST_DAY, new Date().toISOString());
  return readFileSync(FIRST_DAY, 'utf8');
}

/** The usual port, or a free one with a word about it: only the web application's port has to be the announced one. */
async function choosePort(usual: number, owner: string): Promise<number> {
  if (await isPortFree(usual)) return usual;
  const port = await findFreePort();
  say(`le port ${usual} est déjà pris : ${owner} écoute sur le port ${port}`);
  return port;
}

/** A process that ends by itself ends the whole, with its last words. */
function watch(service: ManagedProcess): void {
  void service.ended.then(async () => {
    if (isStopping) return;
    const tail = service.tail();
    process.stderr.write(`\n✗ ${explainFailure({ output: tail }) ?? `« ${service.name} » s’est arrêté :\n${tail}`}\n`);
    await end(1);
  });
}

function say(sentence: string): void {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`  ${String(seconds).padStart(3)} s  ${sentence}`);
}

function announce(port: number, env: Environment, accounts: string): void {
  console.log(`
  Assistant déclaration : http://localhost:${port}

${accounts.replaceAll(/^/gm, '  ')}

  Courriels reçus        ${env.SANDBOX_INBOX_URL ?? ''}
  Pannes à la demande    ${env.SANDBOX_CONTROL_URL ?? ''}
  Base PostgreSQL        ${env.DATABASE_URL ?? ''}

  Ctrl-C arrête tout et garde les données ; l’option --reset repart de zéro.
`);
}
