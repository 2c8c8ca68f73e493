import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await fetch(`${sandbox.url}/control`, { method: 'DELETE' });
});
afterAll(() => sandbox.stop());

async function control(path: string, method = 'GET', body?: unknown) {
  const response = await fetch(`${sandbox.url}/control${path}`, { method, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

function search(q = 'theatre'): Promise<Response> {
  return fetch(`${sandbox.url}/companies/search?q=${q}`);
}

describe('The switches of the simulated world', () => {
  it('counts requests by path and forgets them when told to', async () => {
    await search();
    await search();
    expect((await control('/companies')).body).toEqual({ requests: 2, byPath: { 'GET /search': 2 }, troubles: [] });
    expect((await control('/companies', 'DELETE')).body).toEqual({ requests: 0, byPath: {}, troubles: [] });
  });

  it('makes trouble as many times as told, after as many requests left in peace', async () => {
    expect((await control('/companies', 'PUT', { mode: 500, times: 2, skip: 1 })).body).toMatchObject({
      mode: '500',
      times: 2,
    });
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await search()).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  it('makes trouble only for whom, and where, it is told', async () => {
    await control('/companies', 'PUT', { mode: '500', only: 'phare' });
    expect((await search()).status).toBe(200);
    expect((await search('phare')).status).toBe(500);
    await control('/companies/trouble', 'DELETE');
    expect((await search('phare')).status).toBe(200);
  });

  it.each<readonly [string, number, string]>([
    ['429', 429, 'application/json; charset=utf-8'],
    ['500-once', 500, 'text/plain; charset=utf-8'],
    ['wrong-json', 200, 'application/json'],
    ['wrong-shape', 200, 'application/json; charset=utf-8'],
    ['html', 200, 'text/html; charset=utf-8'],
    ['challenge', 403, 'text/html; charset=utf-8'],
  ])('«\u00a0%s\u00a0» answers %i', async (mode, status, type) => {
    await control('/companies', 'PUT', { mode });
    const response = await search();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  });

  it('says when to come back', async () => {
    await control('/companies', 'PUT', { mode: '429-retry-after', retryAfterSeconds: 3 });
    expect((await search()).headers.get('retry-after')).toBe('3');
  });

  it.each(['down', 'cut'])('«\u00a0%s\u00a0» breaks the connection', async (mode) => {
    await control('/companies', 'PUT', { mode });
    await expect(search().then((response) => response.text())).rejects.toThrow();
  });

  it('is slow for as long as told', async () => {
    await control('/companies', 'PUT', { mode: 'slow', delayMilliseconds: 20 });
    expect((await search()).status).toBe(200);
  });

  it('refuses modes and systems it does not know, naming those it does', async () => {
    expect(await control('/companies', 'PUT', { mode: 'explode' })).toMatchObject({
      status: 400,
      body: { modes: { 500: expect.any(String) } },
    });
    expect(await control('/companies', 'PUT', [1])).toMatchObject({ status: 400 });
    expect(await control('/nobody')).toMatchObject({
      status: 404,
      body: { systems: expect.arrayContaining(['billetweb', 'smtp-primary']) },
    });
    expect(await control('/companies', 'PUT', { mode: 'refuse-one' })).toMatchObject({ status: 400 });
    expect(await control('/smtp-primary', 'PUT', { mode: 'reject-recipient' })).toMatchObject({ status: 200 });
  });

  it('tells everything at once', async () => {
    const { body } = await control('');
    expect(Object.keys(body)).toEqual([
      'billetweb',
      'helloasso',
      'mapado',
      'shotgun',
      'soticket',
      'supersoniks',
      'sacd',
      'companies',
      'addresses',
      'smtp-primary',
      'smtp-fallback',
    ]);
  });

  it('shows people a page with the keys and the switches, in French', async () => {
    const page = await fetch(`${sandbox.url}/`).then((response) => response.text());
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<code>demo-key-billetweb</code>');
    expect(page).toContain('Base nationale des adresses');
    const same = await fetch(`${sandbox.url}/control`, { headers: { accept: 'text/html' } }).then((response) =>
      response.text(),
    );
    expect(same).toContain('<h1>Monde simulé</h1>');
    expect((await fetch(`${sandbox.url}/nothing/here`)).status).toBe(404);
  });
});
