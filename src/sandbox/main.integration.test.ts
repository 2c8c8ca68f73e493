import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const command = [
  join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
  '--tsconfig',
  'tsconfig.node.json',
  'src/sandbox/main.ts',
];

function start(env: Record<string, string> = {}) {
  return spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function readLine(child: ReturnType<typeof start>): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
}

describe('The simulated world as a process', () => {
  it('says where it listens in one JSON line, answers there, and ends on SIGTERM', async () => {
    const child = start({ SANDBOX_PORT: '0', SANDBOX_SMTP_PRIMARY_PORT: '0', SANDBOX_SMTP_FALLBACK_PORT: '0' });
    const { ready, url, environment } = JSON.parse(await readLine(child));
    expect(ready).toBe(true);
    expect(environment).toMatchObject({
      BILLETWEB_API_BASE_URL: `${url}/billetweb/api`,
      SACD_API_BASE_URL: `${url}/sacd`,
      COMPANY_DIRECTORY_BASE_URL: `${url}/companies`,
      ADDRESS_DIRECTORY_BASE_URL: `${url}/addresses`,
      SANDBOX_INBOX_URL: `${url}/inbox`,
      SMTP_PRIMARY_URL: expect.stringMatching(/^smtp:\/\/primary:primary@127\.0\.0\.1:\d+$/),
    });
    expect((await fetch(environment.SANDBOX_INBOX_URL)).status).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('refuses a port that is none', async () => {
    const child = start({ SANDBOX_PORT: 'http' });
    const [code] = await once(child, 'exit');
    expect(code).not.toBe(0);
  });
});
