import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { servePreview } from '@/server/declarations/serve-preview';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenSession } from '@/testing/given-session';
import { givenTestDatabase } from '@/testing/given-test-database';
import { toSha256 } from './canonical-json';
import { getSubmission } from './get-submission';
import { serveDocument } from './serve-document';

const database = givenTestDatabase();

function toRequest(headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api', { headers });
}

async function givenPeople(values?: Parameters<typeof givenShow>[1]) {
  const show = await givenShow(database.db, values);
  const other = await givenShow(database.db);
  return {
    ...show,
    member: toRequest(await givenSession(database.db, show.actor.user.id)),
    stranger: toRequest(await givenSession(database.db, other.actor.user.id)),
    nobody: toRequest(),
  };
}

async function refusal(response: Response) {
  return { status: response.status, body: await response.text(), cache: response.headers.get('cache-control') };
}

const hidden = {
  status: 404,
  body: 'Ce document n’existe pas ou ne vous est pas ouvert.\n',
  cache: 'private, no-store',
};

describe('a document as it was sent', () => {
  async function givenDocument() {
    const people = await givenPeople({ organisms: ['SACD'] });
    const { actor, organizationId, seriesId } = people;
    const input = { organizationId, seriesId, version: 1, organisms: ['SACD' as const], truthful: true as const };
    const { submissions } = await transmitDeclaration(actor, input);
    const view = await getSubmission(actor, { organizationId, submissionId: submissions[0]?.id ?? '' });
    const [document] = view.documents;
    if (!document) throw new Error('a document is expected');
    return { ...people, document };
  }

  it('is downloaded by a member, with its hash', async () => {
    const { document, member } = await givenDocument();
    const response = await serveDocument(database.db, member, document.id);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(toSha256(bytes)).toBe(document.sha256);
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-disposition':
        'attachment; filename="Declaration SACD - la-nuit-des-gardiens.xml"; filename*=UTF-8\'\'D%C3%A9claration%20SACD%20-%20la-nuit-des-gardiens.xml',
      'content-length': String(document.sizeBytes),
      'content-type': 'application/xml',
      etag: `"${document.sha256}"`,
      'repr-digest': `sha-256=:${Buffer.from(document.sha256, 'hex').toString('base64')}:`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('does not exist for a stranger, as any other that does not exist', async () => {
    const { document, stranger, member, nobody } = await givenDocument();
    expect(await refusal(await serveDocument(database.db, stranger, document.id))).toEqual(hidden);
    expect(await refusal(await serveDocument(database.db, member, randomUUID()))).toEqual(hidden);
    expect(await refusal(await serveDocument(database.db, member, 'nimporte'))).toEqual(hidden);
    expect((await serveDocument(database.db, nobody, document.id)).status).toBe(401);
  });
});

describe('the preview of the statement', () => {
  it('is the very PDF, shown and never kept', async () => {
    await givenAgencies(database.db);
    const { member, organizationId, seriesId } = await givenPeople();
    const response = await servePreview(database.db, member, { organizationId, seriesId, organism: 'sacem' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toContain('inline;');
    const head = new Uint8Array(await response.arrayBuffer()).slice(0, 5);
    expect(new TextDecoder().decode(head)).toBe('%PDF-');
  });

  it('does not exist for a stranger, for another organism, or for an address that is none', async () => {
    const { member, stranger, nobody, organizationId, seriesId } = await givenPeople({ organisms: ['SACD'] });
    const params = { organizationId, seriesId, organism: 'sacem' };
    expect(await refusal(await servePreview(database.db, stranger, params))).toEqual(hidden);
    expect(await refusal(await servePreview(database.db, member, params))).toEqual(hidden);
    expect(await refusal(await servePreview(database.db, member, { ...params, organism: 'autre' }))).toEqual(hidden);
    expect((await servePreview(database.db, nobody, params)).status).toBe(401);
  });

  it('says that the declaration is not complete', async () => {
    const { member, organizationId, seriesId } = await givenPeople({ series: { genre: null } });
    const response = await servePreview(database.db, member, { organizationId, seriesId, organism: 'sacem' });
    expect(await refusal(response)).toEqual({
      status: 409,
      body: 'Complétez la déclaration pour voir le document.\n',
      cache: 'private, no-store',
    });
  });
});
