import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createOpenApiChecker } from '@/testing/openapi-checker';
import { givenPushClient, givenPushedPerformance, givenPushedShow, type PushReply } from '@/testing/given-push';
import { givenTestDatabase } from '@/testing/given-test-database';
import { type PushServer, servePush } from '@/testing/serve-push';
import { buildOpenApi } from './build-open-api';
import { type PushOperation, type PushOperationId, pushOperations } from './push-operations';

describe('the push API and its document', () => {
  const test = givenTestDatabase();
  const { checkAnswer, checkBody } = createOpenApiChecker();
  let server: PushServer;
  beforeAll(async () => {
    server = await servePush();
  });
  afterAll(() => server.stop());

  const given = (values?: Parameters<typeof givenPushClient>[2]) => givenPushClient(test.db, server.url, values);
  const held = (values: Readonly<Record<string, unknown>> = {}) => ({
    ...givenPushedPerformance(),
    startAt: '2026-06-26T18:30:00.000Z',
    goneAt: null,
    ...values,
  });
  function expectAnswer(id: PushOperationId, reply: PushReply, status: number): PushReply['body'] {
    expect({ status: reply.status, faults: checkAnswer(id, reply) }).toEqual({ status, faults: [] });
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-correlation-id')).toMatch(/^[\w-]{36}$/);
    return reply.body;
  }

  it('has a document that is valid OpenAPI 3.1, served to everybody', async () => {
    const response = await fetch(`${server.url}/openapi.json`);
    const document: Record<string, unknown> = JSON.parse(await response.text());
    expect(document).toEqual(JSON.parse(JSON.stringify(buildOpenApi())));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  it('answers the operations of its table and no other', () => {
    const table = Object.values<PushOperation>(pushOperations).map(({ method, path }) => `${method} ${path}`);
    expect([...server.operations].sort()).toEqual([...table, 'GET /openapi.json'].sort());
  });

  it('says who holds the key, whatever it allows', async () => {
    const { actor, token, send } = await given({ scopes: ['figures:write'] });
    const body = expectAnswer('getStatus', await send('GET', '/status'), 200);
    const { siren } = await test.db.organization.findUniqueOrThrow({ where: { id: actor.organizationId } });
    expect(body).toEqual({
      organization: { name: 'Théâtre des Lucioles', siren },
      editor: 'Guichet Armor',
      key: { hint: token.slice(-4), scopes: ['figures:write'], createdAt: expect.any(String) },
      limits: { requestsPerMinute: 120, bodyBytes: 2_000_000, showsPerRequest: 50, performancesPerShow: 500 },
    });
    const { lastUsedAt } = await test.db.apiKey.findFirstOrThrow({ where: { hint: token.slice(-4) } });
    expect(lastUsedAt).toEqual(expect.any(Date));
  });

  it('stores a whole show, gives it back in UTC, and knows it when it comes again', async () => {
    const { actor, send } = await given();
    const show = givenPushedShow();
    expect(checkBody('putShow', show)).toEqual([]);
    const created = expectAnswer('putShow', await send('PUT', '/shows/gardiens', show), 201);
    const { id } = await test.db.series.findFirstOrThrow({ where: { organizationId: actor.organizationId } });
    const url = `http://localhost:3000/structures/${actor.organizationId}/spectacles/${id}`;
    const answer = { id: 'gardiens', name: 'La Nuit des gardiens', url, performances: [held()] };
    expect(created).toEqual({ result: 'created', show: answer, warnings: [] });
    const again = expectAnswer('putShow', await send('PUT', '/shows/gardiens', show), 200);
    expect(again).toEqual({ result: 'unchanged', show: answer, warnings: [] });
    expect(expectAnswer('getShow', await send('GET', '/shows/gardiens'), 200)).toEqual(answer);
    expect(expectAnswer('listShows', await send('GET', '/shows'), 200)).toEqual({ shows: [answer], nextCursor: null });
  });

  it('marks gone a performance that is no longer sent, and takes it back', async () => {
    const { send } = await given();
    const [first, second] = [givenPushedPerformance(), givenPushedPerformance({ id: 'seance-2' })];
    await send('PUT', '/shows/gardiens', givenPushedShow({ performances: [second, first] }));
    const less = await send('PUT', '/shows/gardiens', givenPushedShow({ performances: [first] }));
    expect(expectAnswer('putShow', less, 200)).toMatchObject({
      result: 'updated',
      show: { performances: [held(), held({ id: 'seance-2', goneAt: expect.any(String) })] },
    });
    const whole = await send('PUT', '/shows/gardiens', givenPushedShow({ performances: [first, second] }));
    expect(expectAnswer('putShow', whole, 200)).toMatchObject({
      result: 'updated',
      show: { performances: [held(), held({ id: 'seance-2' })] },
    });
  });

  it('marks one performance gone, the last one included, once', async () => {
    const { send } = await given();
    await send('PUT', '/shows/gardiens', givenPushedShow());
    const remove = () => send('DELETE', '/shows/gardiens/performances/seance-1');
    const gone = { show: { performances: [held({ goneAt: expect.any(String) })] }, warnings: [] };
    expect(expectAnswer('removePerformance', await remove(), 200)).toMatchObject({ result: 'updated', ...gone });
    expect(expectAnswer('removePerformance', await remove(), 200)).toMatchObject({ result: 'unchanged', ...gone });
    for (const path of ['/shows/gardiens/performances/seance-2', '/shows/autre/performances/seance-1']) {
      expect(expectAnswer('removePerformance', await send('DELETE', path), 404)).toMatchObject({ code: 'not-found' });
    }
    expect(expectAnswer('getShow', await send('GET', '/shows/autre'), 404)).toMatchObject({ code: 'not-found' });
  });

  it('gives each show of a batch its own result', async () => {
    const { send } = await given();
    const shows = [
      { id: 'un', ...givenPushedShow() },
      { id: 'deux', ...givenPushedShow({ name: ' ' }) },
      { id: 'un', ...givenPushedShow() },
      { ...givenPushedShow() },
      { id: 'trois', ...givenPushedShow({ performances: [givenPushedPerformance({ excludingTaxesCents: 170_640 })] }) },
    ];
    const body = expectAnswer('pushShows', await send('POST', '/shows', { shows }), 200);
    const refused = (id: string | null, pointer: string, code: string) => ({
      result: 'refused',
      id,
      problem: expect.objectContaining({ code: 'invalid-input', errors: [expect.objectContaining({ pointer, code })] }),
    });
    expect(body).toEqual({
      results: [
        { result: 'created', show: expect.objectContaining({ id: 'un' }), warnings: [] },
        refused('deux', '/shows/1/name', 'wrong-format'),
        refused('un', '/shows/2/id', 'duplicate'),
        refused(null, '/shows/3/id', 'required'),
        {
          result: 'created',
          show: expect.objectContaining({ id: 'trois' }),
          warnings: [expect.objectContaining({ pointer: '/shows/4/performances/0', code: 'rounded-ticket-by-ticket' })],
        },
      ],
    });
  });

  it('lists shows page by page, each once', async () => {
    const { send } = await given();
    const ids = Array.from({ length: 7 }, (_, index) => `show-${index}`);
    await send('POST', '/shows', { shows: ids.map((id) => ({ id, ...givenPushedShow() })) });
    const seen: unknown[] = [];
    let cursor: unknown = '';
    for (let page = 0; page < 3; page += 1) {
      const reply = await send('GET', `/shows?limit=3${cursor ? `&cursor=${String(cursor)}` : ''}`);
      const { shows, nextCursor } = Object(expectAnswer('listShows', reply, 200));
      seen.push(...shows.map((show: { id: string }) => show.id));
      cursor = nextCursor;
    }
    expect({ seen, cursor }).toEqual({ seen: ids, cursor: null });
    for (const query of ['limit=0', 'limit=51', 'limit=x', 'page=2', 'cursor=a%20b']) {
      const reply = await send('GET', `/shows?${query}`);
      expect(expectAnswer('listShows', reply, 400)).toMatchObject({ code: 'invalid-parameter' });
    }
  });

  it('keeps the shows of an editor when its key is replaced, and the shows of two editors apart', async () => {
    const first = await given();
    await first.send('PUT', '/shows/gardiens', givenPushedShow());
    const replaced = await given({ actor: first.actor });
    const other = await given({ actor: first.actor, editor: 'Kabestan Billets' });
    const stranger = await given();
    const read = async ({ send }: typeof first) => (await send('GET', '/shows/gardiens')).status;
    expect(await Promise.all([first, replaced, other, stranger].map(read))).toEqual([200, 200, 404, 404]);
    const again = await replaced.send('PUT', '/shows/gardiens', givenPushedShow());
    expect(expectAnswer('putShow', again, 200)).toMatchObject({ result: 'unchanged' });
  });

  it('tells what it received as one run of the connection for a quarter of an hour', async () => {
    const { actor, send } = await given();
    const { organizationId } = actor;
    await send('PUT', '/shows/un', givenPushedShow());
    await send('PUT', '/shows/deux', givenPushedShow());
    await send('PUT', '/shows/un', givenPushedShow({ performances: [givenPushedPerformance({ freeTickets: 9 })] }));
    await send('DELETE', '/shows/deux/performances/seance-1');
    const [connection] = await test.db.ticketingConnection.findMany({
      where: { organizationId },
      include: { runs: true },
    });
    expect(connection).toMatchObject({ system: 'push', label: 'Guichet Armor', lastSuccessAt: expect.any(Date) });
    expect(connection?.runs).toEqual([
      expect.objectContaining({
        trigger: 'push',
        state: 'succeeded',
        requests: 4,
        newSeries: 2,
        newPerformances: 2,
        changedFigures: 1,
        gonePerformances: 1,
        doneSeriesIds: [],
      }),
    ]);
    const early = new Date(Date.now() - 16 * 60_000);
    await test.db.synchronizationRun.updateMany({
      data: { createdAt: early },
      where: { connectionId: connection?.id },
    });
    await send('PUT', '/shows/un', givenPushedShow());
    expect(await test.db.synchronizationRun.count({ where: { connectionId: connection?.id } })).toBe(2);
  });
});
