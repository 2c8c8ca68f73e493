import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { env } from '@/server/env';
import { givenSession } from '@/testing/given-session';
import { givenShow, type GivenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { serveRequests } from '@/testing/serve-requests';
import { waitUntil } from '@/testing/wait-until';
import { serveAttachment } from './serve-attachment';

const test = givenTestDatabase();
let server: Awaited<ReturnType<typeof serveRequests>>;
let show: GivenShow;
let cookie: string;

beforeAll(async () => {
  show = await givenShow(test.db);
  ({ cookie } = await givenSession(test.db, show.actor.user.id));
  server = await serveRequests((request) => {
    const [, id] = /^\/api\/attachments\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    return serveAttachment(test.db, request, id ?? null);
  });
});
afterAll(() => server.stop());

function toUpload(bytes: Buffer, name: string, options: UploadOptions = {}) {
  return new Upload(bytes, {
    endpoint: `${server.url}/api/attachments`,
    headers: { origin: new URL(env().APP_BASE_URL).origin, cookie },
    metadata: { organizationId: show.organizationId, seriesId: show.seriesId, filename: name, type: 'OTHER' },
    chunkSize: 256 * 1024,
    retryDelays: null,
    ...options,
  });
}

describe('the client that our pages use', () => {
  it('stops in the middle, and another goes on by the address alone', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_500_000)]);
    const first = toUpload(bytes, 'Contrat.pdf');
    first.options.onChunkComplete = () => void first.abort();
    first.start();
    await waitUntil(
      () => test.db.attachment.findFirst({ where: { seriesId: show.seriesId, name: 'Contrat.pdf' } }),
      (row) => (row?.received ?? 0) > 0,
    );
    const address = first.url;
    if (address === null) throw new Error('an address is expected');
    const offsets: number[] = [];
    await new Promise<void>((resolve, reject) => {
      toUpload(bytes, 'Contrat.pdf', {
        uploadUrl: address,
        onProgress: (sent) => void offsets.push(sent),
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(offsets[0]).toBeGreaterThan(0);
    const rows = await test.db.attachment.findMany({ where: { seriesId: show.seriesId, name: 'Contrat.pdf' } });
    expect(rows).toMatchObject([
      { state: 'ready', name: 'Contrat.pdf', sha256: createHash('sha256').update(bytes).digest('hex') },
    ]);
  });

  it('is given the sentence that says why a file is not kept', async () => {
    const error = await new Promise<Error>((resolve, reject) => {
      toUpload(Buffer.from('MZ un programme'), 'facture.pdf', {
        onSuccess: () => reject(new Error('a refusal is expected')),
        onError: resolve,
      }).start();
    });
    if (!(error instanceof DetailedError)) throw error;
    expect(error.originalResponse?.getStatus()).toBe(422);
    expect(JSON.parse(error.originalResponse?.getBody() ?? '')).toEqual({ refusal: expect.stringContaining('nom') });
  });
});
