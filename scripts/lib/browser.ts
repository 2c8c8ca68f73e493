import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from './environment';
import { Failure } from './failure.mjs';

type Choice = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
};

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No address but the loopback, no service of the browser's maker: tests run the same on a closed network. */
const CLOSED_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** What the headless build of the npm package needs outside the service it is made for. */
const PACKAGED = [
  '--no-zygote',
  '--disable-setuid-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--in-process-gpu',
];

/** Starts a Chromium without a window: CHROMIUM_PATH, else an installed one, else Playwright's, else the one of the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = chooseBrowser();
  return chromium.launch({
    executablePath,
    args: [...CLOSED_NETWORK, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    env: { ...definedOnly(process.env), ...env },
  });
}

function chooseBrowser(): Choice {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Failure(`CHROMIUM_PATH désigne un fichier qui n’existe pas : ${named}`);
    return { executablePath: named, args: [], env: {} };
  }
  const installed = [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
  return installed === undefined ? unpackBrowser() : { executablePath: installed, args: [], env: {} };
}

/** Unpacks the browser of the npm package into .cache/, once per version. */
function unpackBrowser(): Choice {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const manifest = join(entry.slice(0, entry.lastIndexOf('build')), 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = join(root, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'chromium-draft-'));
    // The package unpacks into the temporary folder, and its libraries only where it believes to be on its usual service.
    const script = `import(${JSON.stringify(entry)}).then(({ default: chromium }) => chromium.executablePath())`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    if (status !== 0) throw new Error(`The browser could not be unpacked: ${stderr}`);
    if (existsSync(folder)) rmSync(draft, { recursive: true, force: true });
    else renameSync(draft, folder);
  }
  const executablePath = join(folder, 'chromium');
  const needsLibraries = spawnSync(executablePath, ['--version']).status !== 0;
  return {
    executablePath,
    args: PACKAGED,
    env: {
      ...(needsLibraries ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
