import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { weighBundles } from './bundle-budget';

describe('weighBundles', () => {
  const script = 'a'.repeat(5000);
  const sheet = 'b'.repeat(3000);
  const scriptKilobytes = gzipSync(script).length / 1000;
  const sheetKilobytes = gzipSync(sheet).length / 1000;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'budget-'));
    mkdirSync(join(folder, '.next/diagnostics'), { recursive: true });
    mkdirSync(join(folder, '.next/static/chunks'), { recursive: true });
    writeFileSync(join(folder, '.next/static/chunks/a.js'), script);
    writeFileSync(join(folder, '.next/static/chunks/b.js'), script);
    writeFileSync(join(folder, '.next/static/chunks/c.css'), sheet);
    const routes = [
      { route: '/connexion', firstLoadChunkPaths: ['.next/static/chunks/a.js'] },
      { route: '/autre', firstLoadChunkPaths: ['.next/static/chunks/a.js', '.next/static/chunks/b.js'] },
    ];
    writeFileSync(join(folder, '.next/diagnostics/route-bundle-stats.json'), JSON.stringify(routes));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('adds the compressed chunks of each route and takes the limit of `*` for routes without one', () => {
    expect(weighBundles(folder, { routes: { '/connexion': 175, '*': 240 }, css: 65 })).toEqual([
      { name: '/connexion', kilobytes: scriptKilobytes, limit: 175 },
      { name: '/autre', kilobytes: 2 * scriptKilobytes, limit: 240 },
      { name: 'CSS, every sheet together', kilobytes: sheetKilobytes, limit: 65 },
    ]);
  });

  it('refuses a budget that names a route that is gone', () => {
    expect(() => weighBundles(folder, { routes: { '/partie': 1 }, css: 65 })).toThrow(
      'routes that do not exist: /partie',
    );
  });
});
