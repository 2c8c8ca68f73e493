import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryLocker } from '@tus/server';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { maxDocumentBytes } from '@/domain/documents';
import { createDatabase, type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { givenAttachment } from '@/testing/given-attachment';
import { givenSession } from '@/testing/given-session';
import { givenShow, type GivenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { serveRequests } from '@/testing/serve-requests';
import { waitUntil } from '@/testing/wait-until';
import { serveAttachment } from './serve-attachment';

const test = givenTestDatabase();
/** Two web processes: each with its connections and its locks. */
const processes: { url: string; db: Database; stop(): Promise<void> }[] = [];
let show: GivenShow;
let cookie: string;
let strangerCookie: string;

beforeAll(async () => {
  show = await givenShow(test.db);
  ({ cookie } = await givenSession(test.db, show.actor.user.id));
  ({ cookie: strangerCookie } = await givenSession(test.db, (await givenShow(test.db)).actor.user.id));
  for (const _process of [1, 2]) {
    const db = createDatabase(test.url);
    const locker = new MemoryLocker();
    const server = await serveRequests((request) => {
      const [, id] = /^\/api\/attachments\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
      return serveAttachment(db, request, id ?? null, locker);
    });
    processes.push({ url: server.url, db, stop: server.stop });
  }
});
afterAll(async () => {
  for (const { db, stop } of processes) {
    await stop();
    await db.$disconnect();
  }
});

const urlOf = (which = 0) => processes[which]?.url ?? '';
const toPdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
const read = (id: string) => test.db.attachment.findUniqueOrThrow({ where: { id } });
const idOf = (location: string | null) => location?.split('/').at(-1) ?? '';

async function ask(method: string, path: string, values: { headers?: object; body?: Buffer; which?: number } = {}) {
  const response = await fetch(`${urlOf(values.which)}${path}`, {
    method,
    headers: {
      origin: new URL(env().APP_BASE_URL).origin,
      cookie,
      'tus-resumable': '1.0.0',
      ...values.headers,
    },
    ...(values.body && { body: new Uint8Array(values.body) }),
  });
  const text = await response.text();
  const content: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, content };
}

function create(
  size: number,
  values: { name?: string; seriesId?: string; organizationId?: string; headers?: object } = {},
) {
  const { name = 'Contrat.pdf', organizationId = show.organizationId, seriesId = show.seriesId } = values;
  const metadata = { organizationId, seriesId, filename: name, type: 'ARTISTIC_CONTRACT' };
  const encoded = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  return ask('POST', '/api/attachments', {
    headers: { 'upload-length': String(size), 'upload-metadata': encoded.join(','), ...values.headers },
  });
}

const patch = (id: string, offset: number, body: Buffer, values: { which?: number; headers?: object } = {}) =>
  ask('PATCH', `/api/attachments/${id}`, {
    ...values,
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...values.headers },
    body,
  });

async function given(bytes: Buffer, name?: string) {
  const { headers } = await create(bytes.byteLength, { ...(name !== undefined && { name }) });
  return idOf(headers.get('location'));
}

describe('an upload to /api/attachments', () => {
  it('comes in pieces, by one process or another, and is kept with its fingerprint', async () => {
    const bytes = toPdf(700_000);
    const id = await given(bytes, 'C:\\Documents\\Contrat de cession.pdf');
    expect((await patch(id, 0, bytes.subarray(0, 300_000))).headers.get('upload-offset')).toBe('300000');
    const seen = await ask('HEAD', `/api/attachments/${id}`, { which: 1 });
    expect([seen.status, seen.headers.get('upload-offset'), seen.headers.get('upload-length')]).toEqual([
      200,
      '300000',
      '700000',
    ]);
    expect(await read(id)).toMatchObject({ state: 'uploading', received: 300_000, sha256: null });
    const last = await patch(id, 300_000, bytes.subarray(300_000), { which: 1 });
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, '700000']);
    expect(last.headers.get('x-content-type-options')).toBe('nosniff');
    expect(last.headers.get('access-control-allow-origin')).toBeNull();
    expect(await read(id)).toMatchObject({
      state: 'ready',
      name: 'Contrat de cession.pdf',
      type: 'ARTISTIC_CONTRACT',
      contentType: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const journal = await test.db.auditEvent.findMany({ where: { subject: id } });
    expect(journal).toMatchObject([{ action: 'attachment.added', actorId: show.actor.user.id }]);
  });

  it('keeps what came before the line was cut, and goes on from there', async () => {
    const bytes = toPdf(900_000);
    const id = await given(bytes);
    const { hostname, port } = new URL(urlOf());
    const socket = connect(Number(port), hostname);
    socket.write(
      `PATCH /api/attachments/${id} HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: ${new URL(env().APP_BASE_URL).origin}\r\n` +
        `Cookie: ${cookie}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Length: 900000\r\n` +
        'Content-Type: application/offset+octet-stream\r\n\r\n',
    );
    socket.write(bytes.subarray(0, 600_000));
    await waitUntil(
      () => read(id),
      ({ received }) => received > 0,
    );
    socket.destroy();
    await waitUntil(
      () => read(id),
      ({ received }) => received === 600_000,
    );
    expect((await patch(id, 600_000, bytes.subarray(600_000), { which: 1 })).status).toBe(204);
    expect((await read(id)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('is looked at when asked for, if the process died between its last byte and the look', async () => {
    const bytes = toPdf(1_000);
    const id = await given(bytes);
    await test.db.attachmentChunk.create({ data: { attachmentId: id, position: 0, bytes: new Uint8Array(bytes) } });
    await test.db.attachment.update({ where: { id }, data: { received: 1_000 } });
    const seen = await ask('HEAD', `/api/attachments/${id}`);
    expect([seen.status, seen.headers.get('upload-offset')]).toEqual([200, '1000']);
    expect((await read(id)).state).toBe('ready');
  });

  it('refuses another place than the next one, and two writers at once leave one file', async () => {
    const bytes = toPdf(400_000);
    const id = await given(bytes);
    await patch(id, 0, bytes.subarray(0, 100_000));
    expect((await patch(id, 50_000, bytes.subarray(50_000))).status).toBe(409);
    const writers = await Promise.all([0, 1].map((which) => patch(id, 100_000, bytes.subarray(100_000), { which })));
    const statuses = writers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(204);
    expect([204, 409]).toContain(statuses[1]);
    expect((await read(id)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('erases what is not what its name says, with the reason', async () => {
    const bytes = Buffer.from('MZ\x90\x00 un programme');
    const id = await given(bytes, 'facture.pdf');
    const answer = await patch(id, 0, bytes);
    expect([answer.status, answer.content]).toEqual([
      422,
      { refusal: expect.stringContaining('n’est pas celui qu’annonce son nom') },
    ]);
    expect(await read(id)).toMatchObject({ state: 'rejected', refusal: expect.any(String), sha256: null });
    expect(await test.db.attachmentChunk.count({ where: { attachmentId: id } })).toBe(0);
    expect((await ask('HEAD', `/api/attachments/${id}`)).status).toBe(422);
  });

  it('is forgotten when the person gives up, but not once it is whole', async () => {
    const bytes = toPdf(1_000);
    const [left, whole] = [await given(bytes), await given(bytes)];
    await patch(whole, 0, bytes);
    expect((await ask('DELETE', `/api/attachments/${left}`)).status).toBe(204);
    expect((await ask('HEAD', `/api/attachments/${left}`)).status).toBe(404);
    expect((await ask('DELETE', `/api/attachments/${whole}`)).status).toBe(400);
    expect((await read(whole)).state).toBe('ready');
  });

  it.each(['HEAD', 'PATCH', 'DELETE'])('does not exist for a stranger who asks by %s', async (method) => {
    const id = await given(toPdf(1_000));
    const headers = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const asStranger = (more: object) =>
      ask(method, `/api/attachments/${id}`, {
        headers: { ...headers, ...more },
        ...(method === 'PATCH' && { body: toPdf(1_000) }),
      });
    expect((await asStranger({ cookie: strangerCookie })).status).toBe(404);
    expect((await asStranger({ cookie: '' })).status).toBe(401);
    expect((await asStranger({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await read(id)).toMatchObject({ received: 0, state: 'uploading' });
  });

  it.each<[string, Parameters<typeof create>[1] & { size?: number }, number]>([
    ['a file that is too large', { size: maxDocumentBytes + 1 }, 413],
    ['an empty one', { size: 0 }, 422],
    ['a kind that is not taken', { name: 'macro.xlsm' }, 415],
    ['a page', { name: 'page.html' }, 415],
    ['a show of others', { seriesId: randomUUID() }, 404],
    ['a structure of others', { organizationId: randomUUID() }, 404],
    ['a show that makes no sense', { seriesId: 'x' }, 400],
    ['another site', { headers: { origin: 'https://ailleurs.example' } }, 403],
  ])('is refused at once for %s', async (_case, { size = 1_000, ...values }, status) => {
    const before = await test.db.attachment.count();
    expect((await create(size, values)).status).toBe(status);
    expect(await test.db.attachment.count()).toBe(before);
  });

  it('refuses more bytes than announced', async () => {
    const id = await given(toPdf(1_000));
    expect((await patch(id, 0, toPdf(1_500))).status).toBe(413);
    expect((await read(id)).state).toBe('uploading');
  });
});

describe('how much is kept', () => {
  it('is bounded per show and per structure, and closed with the form', async () => {
    const other = await givenShow(test.db);
    const session = await givenSession(test.db, other.actor.user.id);
    const values = { organizationId: other.organizationId, seriesId: other.seriesId, headers: session };
    await test.db.attachment.createMany({
      data: Array.from({ length: 99 }, () => ({
        organizationId: other.organizationId,
        seriesId: other.seriesId,
        name: 'Contrat.pdf',
        contentType: 'application/pdf',
        size: maxDocumentBytes,
        createdById: other.actor.user.id,
        createdBy: 'Nolwenn Cadiou',
      })),
    });
    expect((await create(maxDocumentBytes, values)).status).toBe(201);
    expect((await create(1, values)).content).toEqual({ refusal: expect.stringContaining('100') });
    await test.db.attachment.updateMany({
      where: { seriesId: other.seriesId },
      data: { removedAt: new Date() },
    });
    expect((await create(1, values)).content).toEqual({ refusal: expect.stringContaining('500') });
    await test.db.attachment.deleteMany({ where: { seriesId: other.seriesId } });
    await givenAttachment(other.actor, { seriesId: other.seriesId });
    await test.db.declaration.updateMany({ where: { seriesId: other.seriesId }, data: { state: 'sent' } });
    expect((await create(1, values)).content).toEqual({ code: 'declaration-locked' });
  });
});
