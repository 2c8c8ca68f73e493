// The first steps of `npm run demo`, `npm test` and `npm run dev`. Plain JavaScript for Node 20.19 without any dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, reportFailure } from './failure.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const OLDEST_NODE = [20, 19];
/** The version that `node` of package.json installs. */
const OWN_NODE_MAJOR = 24;
const STAMP = join(root, 'node_modules', '.installed-lock');
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|E50\d/;
const PARENT_CHECK_MILLISECONDS = 500;

/** Installs what is missing, then runs a TypeScript program of scripts/ with the project's own Node. */
export async function runProgram(file) {
  try {
    requireNode();
    installDependencies();
    if (Number(process.versions.node.split('.')[0]) >= OWN_NODE_MAJOR) await runHere(file);
    else await runWithOwnNode();
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** Calls `stop` once when a person or the system asks for the end, or when the terminal or npm above is gone. */
export function onEndAsked(stop) {
  const parent = process.ppid;
  let asked = false;
  const ask = (signal) => {
    if (asked) return;
    asked = true;
    stop(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal));
  // A closed terminal takes the streams away: writing to them must not be what ends the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => ask('SIGHUP'));
  setInterval(() => process.ppid !== parent && ask('SIGHUP'), PARENT_CHECK_MILLISECONDS).unref();
}

/** Marks the dependencies as those of the present package-lock.json. */
export function stampDependencies() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hashLock());
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failure(
    `Node.js ${OLDEST_NODE.join('.')} ou plus récent est nécessaire (ici : ${process.versions.node}) : installez-le depuis nodejs.org, puis relancez la commande.`,
  );
}

function hashLock() {
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) {
    throw new Failure(
      'Le fichier package-lock.json manque : remettez-le (git checkout package-lock.json), puis relancez la commande.',
    );
  }
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function installDependencies() {
  const wanted = hashLock();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.log('Installation des dépendances (deux à quatre minutes la première fois)…');
  // Asked first: without an answer, npm itself would try each package for minutes.
  runNpm(['view', `node@${OWN_NODE_MAJOR}`, 'version', '--fetch-retries=1', '--fetch-timeout=15000']);
  // Not `npm ci`: it refuses a lock file made where the packages of other platforms were not to be had. `--no-save` changes nothing.
  runNpm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline']);
  stampDependencies();
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [command, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const { status, stdout, stderr, error } = spawnSync(command, [...before, ...args, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: npm === undefined && process.platform === 'win32',
  });
  if (status !== 0) throw explainNpm(`${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}

function explainNpm(output) {
  if (/ENOSPC|EDQUOT/.test(output)) return Object.assign(new Error('npm'), { code: 'ENOSPC' });
  if (UNREACHABLE.test(output)) {
    return new Failure(
      'Le registre de paquets npm ne répond pas : vérifiez la connexion ou le serveur mandataire, puis relancez la commande.',
    );
  }
  return new Error(`npm a échoué :\n${output.trim()}`);
}

async function runHere(file) {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(root, 'tsconfig.node.json') });
  await import(new URL(`../${file}`, import.meta.url).href);
}

/** The same command again, with the Node that the dependencies brought. */
async function runWithOwnNode() {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(node))
    throw new Failure(
      'La version de Node.js du projet manque : supprimez le dossier node_modules, puis relancez la commande.',
    );
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
  onEndAsked((signal) => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
