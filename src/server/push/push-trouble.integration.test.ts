import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Writable } from 'node:stream';
import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { revokeApiKey } from '@/server/api-keys/revoke-api-key';
import { disconnectTicketing } from '@/server/ticketing/disconnect-ticketing';
import {
  createSender,
  givenPushClient,
  givenPushedPerformance,
  givenPushedShow,
  type PushClient,
  type PushReply,
} from '@/testing/given-push';
import { givenSession } from '@/testing/given-session';
import { givenTestDatabase } from '@/testing/given-test-database';
import { createOpenApiChecker } from '@/testing/openapi-checker';
import { type PushServer, servePush } from '@/testing/serve-push';

describe('the push API in trouble', () => {
  const test = givenTestDatabase();
  const { checkAnswer, checkBody } = createOpenApiChecker();
  let server: PushServer;
  beforeAll(async () => {
    server = await servePush();
  });
  afterAll(() => server.stop());

  const given = (values?: Parameters<typeof givenPushClient>[2]) => givenPushClient(test.db, server.url, values);
  const put = ({ send }: Pick<PushClient, 'send'>, body: unknown, headers = {}) =>
    send('PUT', '/shows/gardiens', body, headers);
  const countStored = ({ actor: { organizationId } }: PushClient) =>
    test.db.series.count({ where: { organizationId } });

  /** A refusal of a PUT as the document promises it. */
  function expectRefusal(reply: PushReply, status: number, code: string): void {
    expect({ status: reply.status, body: reply.body, faults: checkAnswer('putShow', reply) }).toEqual({
      status,
      body: expect.objectContaining({ type: `/aide/api#${code}`, status, code }),
      faults: [],
    });
  }
  async function expectIssues(client: PushClient, body: unknown, issues: readonly (readonly [string, string])[]) {
    const reply = await put(client, body);
    expectRefusal(reply, 422, 'invalid-input');
    const errors: { pointer: string; code: string; detail: string; detailEn: string }[] = Object(reply.body).errors;
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual(issues);
    for (const { detail, detailEn } of errors) expect([detail, detailEn]).not.toContain('');
    expect(await countStored(client)).toBe(0);
  }
  const one = (values: Readonly<Record<string, unknown>>) =>
    givenPushedShow({ performances: [givenPushedPerformance(values)] });

  describe('with keys', () => {
    it.each([
      ['nothing', {}, 'missing-key'],
      ['another scheme', { authorization: 'Basic abc' }, 'missing-key'],
      ['a text that is no key', { authorization: 'Bearer abc' }, 'unknown-key'],
      ['a key nobody has', { authorization: `Bearer asd_0123456789ab_${'a'.repeat(43)}` }, 'unknown-key'],
    ])('refuses %s', async (_name, headers, code) => {
      const reply = await put({ send: createSender(server.url, headers) }, givenPushedShow());
      expectRefusal(reply, 401, code);
      expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer realm="assistant-declaration"/);
    });

    it('refuses a key that differs from the right one by its last characters', async () => {
      const { token } = await given();
      const wrong = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
      const reply = await put(
        { send: createSender(server.url, { authorization: `Bearer ${wrong}` }) },
        givenPushedShow(),
      );
      expectRefusal(reply, 401, 'unknown-key');
    });

    it('never takes a session for a key', async () => {
      const { actor } = await given();
      const session = await givenSession(test.db, actor.user.id);
      expectRefusal(
        await put({ send: createSender(server.url, { ...session }) }, givenPushedShow()),
        401,
        'missing-key',
      );
    });

    it('says of a revoked key that it was revoked, and of those of a disconnected editor too', async () => {
      const [revoked, disconnected] = [await given(), await given()];
      const { organizationId } = revoked.actor;
      await revokeApiKey(revoked.actor, { organizationId, apiKeyId: revoked.keyId });
      const connection = await test.db.ticketingConnection.findFirstOrThrow({
        where: { organizationId: disconnected.actor.organizationId },
      });
      await disconnectTicketing(disconnected.actor, {
        organizationId: connection.organizationId,
        connectionId: connection.id,
      });
      for (const client of [revoked, disconnected]) {
        expectRefusal(await put(client, givenPushedShow()), 401, 'revoked-key');
        expect(await countStored(client)).toBe(0);
      }
    });

    it('refuses what the key does not allow, by name', async () => {
      const [reader, writer] = [await given({ scopes: ['figures:read'] }), await given({ scopes: ['figures:write'] })];
      const reply = await put(reader, givenPushedShow());
      expectRefusal(reply, 403, 'insufficient-scope');
      expect(reply.headers.get('www-authenticate')).toContain('scope="figures:write"');
      expect((await reader.send('DELETE', '/shows/gardiens/performances/seance-1')).status).toBe(403);
      expect((await reader.send('POST', '/shows', { shows: [] })).status).toBe(403);
      expect((await writer.send('GET', '/shows')).status).toBe(403);
      expect((await writer.send('GET', '/shows/gardiens')).status).toBe(403);
    });

    it('makes who asks too often wait, and says how long', async () => {
      const client = await given();
      await test.db.requestCount.create({
        data: { key: `push:${client.keyId}`, points: 120, expire: new Date(Date.now() + 30_000) },
      });
      const reply = await put(client, givenPushedShow());
      expectRefusal(reply, 429, 'too-many-requests');
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(20);
      expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(30);
      expect(await countStored(client)).toBe(0);
    });

    it('makes who tries keys from one address wait, without shutting out those who have one', async () => {
      const address = { 'x-forwarded-for': '203.0.113.7' };
      const stranger = { send: createSender(server.url, { authorization: 'Bearer abc', ...address }) };
      const codes: number[] = [];
      for (let tries = 0; tries < 32; tries += 1) codes.push((await put(stranger, givenPushedShow())).status);
      expect([codes.filter((code) => code === 401).length, codes.at(-1)]).toEqual([30, 429]);
      expect((await put(await given(), givenPushedShow(), address)).status).toBe(201);
    });
  });

  describe('with what is sent', () => {
    it.each([
      ['cut', '{"name": "La Nu', 400, 'invalid-json'],
      ['empty', '', 400, 'invalid-json'],
      ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('latin1'), 422, 'invalid-input'],
      ['HTML', '<html></html>', 400, 'invalid-json'],
      ['too large', `"${'x'.repeat(2_000_000)}"`, 413, 'body-too-large'],
    ])('refuses a body that is %s', async (_name, body, status, code) => {
      const client = await given();
      expectRefusal(await put(client, body), status, code);
    });

    it('refuses a body of another type, and one whose announced length lies', async () => {
      const client = await given();
      const reply = await put(client, JSON.stringify(givenPushedShow()), { 'content-type': 'text/plain' });
      expectRefusal(reply, 415, 'unsupported-media-type');
      const chunk = new TextEncoder().encode(`"${'x'.repeat(600_000)}`);
      const body = new ReadableStream({
        start(controller) {
          for (let sent = 0; sent < 4; sent += 1) controller.enqueue(chunk);
          controller.close();
        },
      });
      const response = await fetch(`${server.url}/shows/gardiens`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
        body,
        ...{ duplex: 'half' },
      });
      expect(response.status).toBe(413);
    });

    it.each<readonly [string, unknown, readonly (readonly [string, string])[]]>([
      ['a list', [], [['', 'wrong-type']]],
      ['no performance', givenPushedShow({ performances: [] }), [['/performances', 'out-of-bounds']]],
      [
        '501 performances',
        givenPushedShow({ performances: Array(501).fill(givenPushedPerformance()) }),
        [['/performances', 'out-of-bounds']],
      ],
      ['no name', { performances: [givenPushedPerformance()] }, [['/name', 'required']]],
      ['a blank name', givenPushedShow({ name: '\u00a0 ' }), [['/name', 'wrong-format']]],
      [
        'unknown fields',
        { ...one({ price: 15 }), venue: 'Stiff' },
        [
          ['/performances/0/price', 'unknown-field'],
          ['/venue', 'unknown-field'],
        ],
      ],
      [
        'amounts as text',
        one({ includingTaxesCents: '180000' }),
        [['/performances/0/includingTaxesCents', 'wrong-type']],
      ],
      [
        'amounts with decimals',
        one({ includingTaxesCents: 1800.5 }),
        [['/performances/0/includingTaxesCents', 'wrong-type']],
      ],
      [
        'negative amounts',
        one({ excludingTaxesCents: -1 }),
        [['/performances/0/excludingTaxesCents', 'out-of-bounds']],
      ],
      [
        'amounts that nothing holds',
        one({ includingTaxesCents: maxAmountCents + 1 }),
        [['/performances/0/includingTaxesCents', 'out-of-bounds']],
      ],
      [
        'more tickets than people',
        one({ freeTickets: maxTickets + 1 }),
        [['/performances/0/freeTickets', 'out-of-bounds']],
      ],
      ['a rate above 100 %', one({ taxRateBp: 10_001 }), [['/performances/0/taxRateBp', 'out-of-bounds']]],
      ['a rate of elsewhere', one({ taxRateBp: 2100 }), [['/performances/0', 'foreign-tax-rate']]],
      ['HT above TTC', one({ excludingTaxesCents: 180_001 }), [['/performances/0', 'excluding-above-including']]],
      ['HT that no rounding gives', one({ excludingTaxesCents: 150_000 }), [['/performances/0', 'rate-mismatch']]],
      [
        'paid tickets worth nothing',
        one({ includingTaxesCents: 0, excludingTaxesCents: 0 }),
        [['/performances/0', 'paid-tickets-without-revenue']],
      ],
      [
        'a date without its offset',
        one({ startAt: '2026-06-26T20:30:00' }),
        [['/performances/0/startAt', 'wrong-format']],
      ],
      ['a French date', one({ startAt: '26/06/2026 20:30' }), [['/performances/0/startAt', 'wrong-format']]],
      [
        'a day that does not exist',
        one({ startAt: '2026-02-30T20:30:00Z' }),
        [['/performances/0/startAt', 'wrong-format']],
      ],
      ['a date of long ago', one({ startAt: '1026-06-26T20:30:00Z' }), [['/performances/0/startAt', 'out-of-bounds']]],
      ['a date far ahead', one({ startAt: '2206-06-26T20:30:00Z' }), [['/performances/0/startAt', 'out-of-bounds']]],
      [
        'an end before its start',
        one({ endAt: '2026-06-26T20:29:59+02:00' }),
        [['/performances/0/endAt', 'ends-before-start']],
      ],
      ['an end months later', one({ endAt: '2026-09-26T20:30:00Z' }), [['/performances/0/endAt', 'ends-before-start']]],
      ['an identifier with a space', one({ id: 'a b' }), [['/performances/0/id', 'wrong-format']]],
      [
        'identifiers given twice',
        givenPushedShow({ performances: [givenPushedPerformance(), givenPushedPerformance()] }),
        [['/performances/1/id', 'duplicate']],
      ],
    ])('refuses %s, names the field and stores nothing', async (_name, body, issues) => {
      await expectIssues(await given(), body, issues);
    });

    it.each(['/shows/..%2Fautre', '/shows/a%20b', `/shows/${'x'.repeat(201)}`, '/shows/%00', '/shows/%C3%A9t%C3%A9'])(
      'refuses an identifier that an address cannot hold: %s',
      async (path) => {
        expectRefusal(await (await given()).send('PUT', path, givenPushedShow()), 400, 'invalid-parameter');
      },
    );

    it('says the bounds in its document too', () => {
      const body = one({ includingTaxesCents: '180000', paidTickets: maxTickets + 1, price: 1 });
      expect(checkBody('putShow', body)).toHaveLength(3);
    });

    it('keeps no title that the database cannot hold, and every other as it is', async () => {
      const client = await given();
      const name = '«\u00a0L’Été\u00a0» <b>d’Œdipe</b> & Cie 🎭';
      const reply = await put(client, givenPushedShow({ name: `${name}\u0000` }));
      expect(reply.body).toMatchObject({ show: { name } });
    });
  });

  describe('when requests are repeated', () => {
    const idempotent = { 'idempotency-key': 'a-key-of-the-editor' };

    it('answers the same without doing it twice, a day long', async () => {
      const client = await given();
      const first = await put(client, givenPushedShow(), idempotent);
      await put(client, givenPushedShow({ name: 'Un autre titre' }));
      const replay = await put(client, givenPushedShow(), idempotent);
      expect([first.status, replay.status, replay.body]).toEqual([201, 201, first.body]);
      expect([first, replay].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
      expect((await client.send('GET', '/shows/gardiens')).body).toMatchObject({ name: 'Un autre titre' });
      await test.db.idempotentRequest.updateMany({ data: { createdAt: new Date(Date.now() - 24 * 3_600_000 - 1000) } });
      expect((await put(client, givenPushedShow(), idempotent)).body).toMatchObject({ result: 'updated' });
    });

    it('refuses another body, another show or another operation under the same key', async () => {
      const client = await given();
      await put(client, givenPushedShow(), idempotent);
      const others = [
        await put(client, givenPushedShow({ name: 'Autre' }), idempotent),
        await client.send('PUT', '/shows/autre', givenPushedShow(), idempotent),
        await client.send('DELETE', '/shows/gardiens/performances/seance-1', undefined, idempotent),
      ];
      for (const reply of others) expectRefusal(reply, 422, 'idempotency-key-reused');
      expect(await countStored(client)).toBe(1);
      expect((await put(await given(), givenPushedShow({ name: 'Autre' }), idempotent)).status).toBe(201);
    });

    it('tells the same request that comes meanwhile to wait, and takes over when its process was lost', async () => {
      const client = await given();
      await put(client, givenPushedShow(), idempotent);
      const connection = { organizationId: client.actor.organizationId };
      const leave = (seconds: number) =>
        test.db.idempotentRequest.updateMany({
          where: { connection },
          data: { status: null, body: null, createdAt: new Date(Date.now() - seconds * 1000) },
        });
      await leave(1);
      const meanwhile = await put(client, givenPushedShow(), idempotent);
      expectRefusal(meanwhile, 409, 'idempotency-in-progress');
      expect(meanwhile.headers.get('retry-after')).toBe('1');
      await leave(61);
      expect((await put(client, givenPushedShow(), idempotent)).body).toMatchObject({ result: 'unchanged' });
    });

    it('does once what is sent five times at once', async () => {
      const client = await given();
      const replies = await Promise.all(Array.from({ length: 5 }, () => put(client, givenPushedShow(), idempotent)));
      expect(new Set(replies.map(({ status }) => status)).has(201)).toBe(true);
      expect(replies.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
      const [run] = await test.db.synchronizationRun.findMany({
        where: { connection: { organizationId: client.actor.organizationId } },
      });
      expect(run).toMatchObject({ requests: 1, newSeries: 1 });
    });

    it('keeps no refusal, so that a corrected request may use the same key', async () => {
      const client = await given();
      expectRefusal(await put(client, one({ taxRateBp: 2100 }), idempotent), 422, 'invalid-input');
      const gone = '/shows/gardiens/performances/seance-1';
      expect((await client.send('DELETE', gone, undefined, idempotent)).status).toBe(404);
      expect((await put(client, givenPushedShow(), idempotent)).status).toBe(201);
    });

    it.each(['', 'a b', 'é'.normalize('NFD').slice(0, 1).repeat(256)])('refuses an impossible key: %s', async (key) => {
      const client = await given();
      expectRefusal(await put(client, givenPushedShow(), { 'idempotency-key': key }), 400, 'invalid-parameter');
    });
  });

  describe('when much happens at once', () => {
    it('keeps one of two versions of a show sent together, whole', async () => {
      const client = await given();
      const versions = [10, 20].map((free) =>
        givenPushedShow({
          performances: ['a', 'b', 'c'].map((id) => givenPushedPerformance({ id, freeTickets: free })),
        }),
      );
      const replies = await Promise.all([...versions, ...versions].map((body) => put(client, body)));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      const { body } = await client.send('GET', '/shows/gardiens');
      const counts: number[] = Object(body).performances.map((row: { freeTickets: number }) => row.freeTickets);
      expect([[10, 10, 10].join(), [20, 20, 20].join()]).toContain(counts.join());
      expect(await countStored(client)).toBe(1);
    });

    it('stores every show of an editor that sends ten at once', async () => {
      const client = await given();
      const ids = Array.from({ length: 10 }, (_, index) => `show-${index}`);
      const replies = await Promise.all(ids.map((id) => client.send('PUT', `/shows/${id}`, givenPushedShow())));
      expect(replies.map(({ status }) => status)).toEqual(ids.map(() => 201));
      expect(await countStored(client)).toBe(10);
    });

    it('writes nothing with a key revoked while the request was under way', async () => {
      const client = await given();
      const { organizationId } = client.actor;
      const [reply] = await Promise.all([
        put(client, givenPushedShow()),
        revokeApiKey(client.actor, { organizationId, apiKeyId: client.keyId }),
      ]);
      expect([201, 401]).toContain(reply.status);
      expect(await countStored(client)).toBe(reply.status === 201 ? 1 : 0);
    });

    it('answers a breakdown of ours with a problem, and nothing of what was sent is in the log', async () => {
      const client = await given();
      const written: string[] = [];
      const sink = new Writable({
        write(chunk, _encoding, done) {
          written.push(String(chunk));
          done();
        },
      });
      const output = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => sink.write(chunk));
      const breakdown = jest
        .spyOn(test.db, '$transaction')
        .mockRejectedValueOnce(new Error(`no with Bearer ${client.token} and ${client.token}`));
      const reply = await put(client, givenPushedShow({ name: 'Un titre que personne ne lit' }));
      breakdown.mockRestore();
      output.mockRestore();
      expectRefusal(reply, 500, 'internal');
      const seen = `${written.join('')}${JSON.stringify(reply.body)}`;
      expect(seen).not.toContain(client.token.slice(17));
      expect(seen).not.toContain('Un titre que personne ne lit');
      expect((await put(client, givenPushedShow())).status).toBe(201);
    });
  });
});
