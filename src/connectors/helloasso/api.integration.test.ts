import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext } from '../connector';
import { createContractClock, type ContractClock } from '../contract/world';
import { synchronizationPolicy } from '../http';
import { createMemoryQuota } from '../quota';
import { createApi } from './api';
import { descriptor } from './descriptor';
import { createSession, forgetTokens } from './session';

const readFixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

type Answer = readonly [status: number, body: string];

describe('The requests to HelloAsso', () => {
  let server: Server;
  let clock: ContractClock;
  let requests: { readonly url: string; readonly authorization: string | undefined; readonly body: string }[];
  let tokens: Answer[];
  let answers: Answer[];

  beforeEach(async () => {
    forgetTokens();
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    requests = [];
    tokens = [[200, readFixture('token.json')]];
    answers = [[200, readFixture('organizations.json')]];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        requests.push({ url: request.url ?? '', authorization: request.headers.authorization, body });
        const queue = request.url === '/oauth2/token' ? tokens : answers;
        const [status, text] = (queue.length > 1 ? queue.shift() : queue[0]) ?? [500, ''];
        response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function createTestApi(changes: Partial<ConnectorContext['credentials']> = {}) {
    const address = server.address();
    const context: ConnectorContext = {
      credentials: { accessKey: ' client ', secretKey: 'a+b/c==\n', ...changes },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
    return createApi(context, synchronizationPolicy, createSession(context, synchronizationPolicy));
  }

  const countTokens = () => requests.filter(({ url }) => url === '/oauth2/token').length;
  const minutes = (count: number) => clock.wait(count * 60_000, new AbortController().signal);

  it('have the documented paths and parameters', async () => {
    const api = createTestApi();
    await api.findOrganization();
    answers = [[200, readFixture('empty-page.json')]];
    await api.listItems('compagnie', null);
    await api.listChangedItems('compagnie', 'a token');
    await api.listItemsOfForm('compagnie', 'le/phare', null);
    await api.listOrdersOfForm('compagnie', 'le-phare', 'b');
    answers = [[200, readFixture('form.json')]];
    await api.findForm('compagnie', 'le-phare');
    expect(requests.map(({ url }) => url)).toEqual([
      '/oauth2/token',
      '/v5/users/me/organizations',
      '/v5/organizations/compagnie/items?pageSize=100&withCount=true&formTypes=Event&tierTypes=Registration&sortField=Date&sortOrder=Asc',
      '/v5/organizations/compagnie/items?pageSize=100&withCount=true&formTypes=Event&tierTypes=Registration&sortField=UpdateDate&sortOrder=Desc&continuationToken=a+token',
      '/v5/organizations/compagnie/forms/Event/le%2Fphare/items?pageSize=100&withCount=true&tierTypes=Registration&itemStates=Processed&itemStates=Registered&sortField=Date&sortOrder=Asc',
      '/v5/organizations/compagnie/forms/Event/le-phare/orders?pageSize=100&withCount=true&sortOrder=Asc&continuationToken=b',
      '/v5/organizations/compagnie/forms/Event/le-phare/public',
    ]);
    expect(requests[0]).toMatchObject({
      authorization: undefined,
      body: 'grant_type=client_credentials&client_id=client&client_secret=a%2Bb%2Fc%3D%3D',
    });
    const { access_token: token } = JSON.parse(readFixture('token.json'));
    expect(new Set(requests.slice(1).map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${token}`]));
  });

  it('share one token for its life, whoever in this process makes them, and take another a minute before its end', async () => {
    await createTestApi().findOrganization();
    await minutes(28);
    await createTestApi().findOrganization();
    expect(countTokens()).toBe(1);
    await createTestApi({ secretKey: 'another' }).findOrganization();
    expect(countTokens()).toBe(2);
    await minutes(1);
    await createTestApi().findOrganization();
    expect(countTokens()).toBe(3);
  });

  it('keep a token of short life for most of it, instead of asking one per request', async () => {
    tokens = [[200, '{"access_token":"a","expires_in":20}']];
    await createTestApi().findOrganization();
    await clock.wait(17_000, new AbortController().signal);
    await createTestApi().findOrganization();
    expect(countTokens()).toBe(1);
    await clock.wait(1_000, new AbortController().signal);
    await createTestApi().findOrganization();
    expect(countTokens()).toBe(2);
  });

  it('ask for a single token when several of them find it dead at once', async () => {
    const api = createTestApi();
    await api.findOrganization();
    const refusal: Answer = [401, '{"message":"Unauthorized"}'];
    answers = [refusal, refusal, refusal, [200, readFixture('organizations.json')]];
    const found = await Promise.all([api.findOrganization(), api.findOrganization(), api.findOrganization()]);
    expect(found.map(({ slug }) => slug)).toEqual(Array.from({ length: 3 }, () => 'compagnie-des-embruns'));
    expect([countTokens(), requests.length]).toEqual([2, 9]);
  });

  it('renew a token once, not for ever', async () => {
    answers = [[401, '']];
    await expect(createTestApi().findOrganization()).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(countTokens()).toBe(2);
  });

  it.each<readonly [number, string, string]>([
    [400, '{"error":"invalid_client"}', 'invalid-credentials'],
    [400, '<h1>Bad Request</h1>', 'invalid-credentials'],
    [401, '', 'invalid-credentials'],
    [403, readFixture('forbidden.json'), 'insufficient-rights'],
    [403, '', 'insufficient-rights'],
    [403, '<h1>Blocked</h1>', 'unavailable'],
    [200, '{"token_type":"bearer"}', 'unexpected-answer'],
    [200, '{"access_token":"a","expires_in":"bientôt"}', 'unexpected-answer'],
  ])('fail when the token is refused by %i %s: %s', async (status, body, code) => {
    tokens = [[status, body]];
    await expect(createTestApi().findOrganization()).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });

  it('wait ten seconds when tokens are rationed, and no more than that', async () => {
    tokens = [
      [429, '{"message":"Too many"}'],
      [200, readFixture('token.json')],
    ];
    await createTestApi().findOrganization();
    expect(clock.pauses).toEqual([10_000]);
  });

  it.each<readonly [string, string, string]>([
    ['several associations', '[{"organizationSlug":"a"},{"organizationSlug":"b","name":"B"}]', 'insufficient-rights'],
    ['no association', '[]', 'insufficient-rights'],
    ['an object', '{"organizations":[]}', 'unexpected-answer'],
    ['an association without slug', '[{"name":"A"}]', 'unexpected-answer'],
  ])('refuse %s', async (_case, body, code) => {
    answers = [[200, body]];
    await expect(createTestApi().findOrganization()).rejects.toMatchObject({ code });
  });

  it('name an association that has no name by its slug, and one told twice is one', async () => {
    answers = [[200, '[{"organizationSlug":"a","name":null},{"organizationSlug":"a","name":null}]']];
    expect(await createTestApi().findOrganization()).toEqual({ slug: 'a', name: 'a' });
  });

  it('tell a form that is gone from one that is refused', async () => {
    answers = [[404, '{"errors":[]}']];
    expect(await createTestApi().findForm('compagnie', 'le-phare')).toBeNull();
    answers = [[403, readFixture('forbidden.json')]];
    await expect(createTestApi().findForm('compagnie', 'le-phare')).rejects.toMatchObject({
      code: 'insufficient-rights',
    });
    answers = [[410, '<!doctype html>']];
    await expect(createTestApi().findForm('compagnie', 'le-phare')).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
  });

  it('say where an answer departs from its shape, and nothing of what it holds', async () => {
    answers = [[200, '{"data":[{"id":1,"state":{"email":"client@public.example"}}],"pagination":{}}']];
    await expect(createTestApi().listItems('compagnie', null)).rejects.toMatchObject({
      message: '/v5/organizations/compagnie/items: invalid_type at data.0.type',
    });
  });
});
