import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { root } from './environment';
import { startProcess } from './processes';

/** A program that connects to us: its socket closes when it is gone. */
const connect = (port: number) =>
  `require('node:net').connect(${port}, '127.0.0.1').on('data', () => process.exit(7)); `;
const deaf = `process.on('SIGTERM', () => undefined);`;

describe('startProcess', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => {
    server.close();
  });

  async function nextConnection(): Promise<Socket> {
    const [socket] = (await once(server, 'connection')) as [Socket];
    socket.on('error', () => undefined);
    return socket;
  }

  const startHere = (code: string) =>
    startProcess({ name: 'sample', command: process.execPath, args: ['--eval', code], env: process.env });

  it('tells how the program ended and its last words', async () => {
    const program = startHere('console.log("one"); console.error("two"); process.exit(3)');
    expect(await program.ended).toEqual({ code: 3, signal: null });
    expect(program.tail().split('\n').sort()).toEqual(['one', 'two']);
    expect(program.isRunning()).toBe(false);
  });

  it('says that a program that does not exist could not start', async () => {
    const program = startProcess({ name: 'none', command: '/nowhere/at/all', args: [], env: process.env });
    expect(await program.ended).toEqual({ code: 127, signal: null });
    expect(program.tail()).toContain('ENOENT');
  });

  it('insists with a program that does not end when asked', async () => {
    const program = startHere(`${deaf} ${connect(port)}`);
    const socket = await nextConnection();
    await program.stop(50);
    expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
    socket.destroy();
  });

  it('leaves nothing behind when the starter itself is killed without a word', async () => {
    const starter: ChildProcess = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        `import { startProcess } from './scripts/lib/processes.ts';
         startProcess({ name: 'child', command: process.execPath, args: ['--eval', ${JSON.stringify(connect(port))}], env: process.env });`,
      ],
      { cwd: root, stdio: 'ignore' },
    );
    const socket = await nextConnection();
    const ends = Promise.all([once(starter, 'exit'), once(socket, 'close')]);
    starter.kill('SIGKILL');
    expect(await ends).toEqual([[null, 'SIGKILL'], [expect.any(Boolean)]]);
  });
});
