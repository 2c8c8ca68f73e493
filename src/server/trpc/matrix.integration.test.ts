import { beforeAll, describe, expect, it } from '@jest/globals';
import { callTRPCProcedure } from '@trpc/server';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '@/domain/errors';
import { createApiKey } from '@/server/api-keys/create-api-key';
import { type ImportMapping, noAnswers } from '@/domain/ticketing/import/mapping';
import { encryptSecret } from '@/server/secrets/envelope';
import { givenAttachment } from '@/testing/given-attachment';
import { contextOf } from '@/testing/caller';
import { givenDeclaration } from '@/testing/given-declaration';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';
import { type SignedInUser } from './context';
import { toTrpcError } from './error';
import { appRouter } from './root';

/** A structure with one of everything that procedures name. */
type World = {
  readonly member: SignedInUser;
  readonly organizationId: string;
  readonly seriesId: string;
  readonly connectionId: string;
  readonly runId: string;
  readonly submissionId: string;
  /** A place of the show. */
  readonly venueId: string;
  /** A show typed by hand, and one of its performances that was removed. */
  readonly typedSeriesId: string;
  readonly removalId: string;
  readonly apiKeyId: string;
  /** A file of another ticketing system, read and waiting. */
  readonly importId: string;
  /** A document of the show, and one that was taken off it. */
  readonly attachmentId: string;
  readonly removedAttachmentId: string;
};
type Sample = (world: World) => Record<string, unknown>;

const ofOrganization: Sample = ({ organizationId }) => ({ organizationId });
const ofSeries: Sample = ({ organizationId, seriesId }) => ({ organizationId, seriesId });
const ofTypedSeries: Sample = ({ organizationId, typedSeriesId }) => ({ organizationId, seriesId: typedSeriesId });
const ofImport: Sample = ({ organizationId, importId }) => ({ organizationId, importId });
const emptyMapping: ImportMapping = { version: 1, sheets: [], columns: [], statuses: [], answers: noAnswers };
const ofConnection: Sample = ({ organizationId, connectionId }) => ({ organizationId, connectionId });
const ofQuarter: Sample = ({ organizationId }) => ({ organizationId, period: '2024-T2' });
const ofSubmission: Sample = ({ organizationId, submissionId }) => ({ organizationId, submissionId });

const ofAttachment: Sample = ({ organizationId, attachmentId }) => ({ organizationId, attachmentId });
const agenciesFile = {
  organism: 'SACEM',
  fileName: 'delegations.csv',
  content: Buffer.from('LOCAL,CP,Mail\nOuessant,29242,brest@sacem.test\n').toString('base64'),
};

/** One valid input per procedure. A procedure that is not here fails the first test below. */
const samples: Readonly<Record<string, Sample>> = {
  'session.viewer': () => ({}),
  'organizations.searchCompanies': () => ({ text: 'Phare' }),
  'organizations.create': () => ({
    name: 'Compagnie des Embruns',
    siret: String(Math.floor(Math.random() * 9e13) + 1e13),
    address: { street: '12 quai de la Douane', postalCode: '29200', city: 'Brest', countryCode: 'FR' },
  }),
  'organizations.get': ofOrganization,
  'addresses.search': () => ({ text: 'rue de Siam' }),
  'ticketing.list': ofOrganization,
  'ticketing.connect': ({ organizationId }) => ({
    organizationId,
    system: 'billetweb',
    accessKey: 'user',
    secretKey: 'key',
  }),
  'ticketing.replaceCredentials': (world) => ({ ...ofConnection(world), accessKey: 'user', secretKey: 'key' }),
  'ticketing.disconnect': ofConnection,
  'ticketing.synchronize': ofConnection,
  'ticketing.listRuns': ofConnection,
  'ticketing.listChanges': ({ organizationId, runId }) => ({ organizationId, runId }),
  'ticketing.onProgress': ofOrganization,
  'series.list': ofOrganization,
  'series.todo': ofOrganization,
  'declarations.get': ofSeries,
  'declarations.save': (world) => ({ ...ofSeries(world), version: 1, patch: {} }),
  'declarations.chooseOrganisms': (world) => ({ ...ofSeries(world), organisms: ['SACEM'] }),
  'declarations.review': (world) => ({ ...ofSeries(world), organisms: ['SACEM'] }),
  'declarations.transmit': (world) => ({ ...ofSeries(world), version: 1, organisms: ['SACEM'], truthful: true }),
  'declarations.markDeclared': (world) => ({ ...ofSeries(world), version: 1, organism: 'CNM' }),
  'corrections.start': (world) => ({ ...ofSeries(world), organism: 'SACD', submissionNumber: 1 }),
  'corrections.cancel': (world) => ({ ...ofSeries(world), organism: 'SACD', restore: false }),
  'corrections.get': (world) => ({ ...ofSeries(world), organism: 'SACD' }),
  'corrections.recordLetter': (world) => ({ ...ofSeries(world), organism: 'SACD', letterSha256: '0'.repeat(64) }),
  'corrections.keepChange': (world) => ({ ...ofSeries(world), organism: 'SACD', fingerprint: '0'.repeat(64) }),
  'declarations.onChange': ofSeries,
  'submissions.list': ofOrganization,
  'submissions.get': ofSubmission,
  'corrections.differences': ofSubmission,
  'submissions.resolve': (world) => ({ ...ofSubmission(world), outcome: 'received', note: 'vu au téléphone' }),
  'submissions.retry': ofSubmission,
  'submissions.retryDocuments': ofSubmission,
  'submissions.answer': (world) => ({ ...ofSubmission(world), outcome: 'refused', reason: 'La jauge est fausse' }),
  'submissions.onChange': ofSubmission,
  'exports.listSeasons': ofOrganization,
  'sibil.listQuarters': ofOrganization,
  'sibil.getQuarter': ofQuarter,
  'sibil.setVenueKind': ({ organizationId, venueId }) => ({ organizationId, venueId, kind: 'THEATRE' }),
  'sibil.markDeclared': (world) => ({ ...ofQuarter(world), sha256: 'a'.repeat(64) }),
  'attachments.list': ofSeries,
  'attachments.changeType': (world) => ({ ...ofAttachment(world), type: 'ARTISTIC_CONTRACT' }),
  'attachments.remove': ofAttachment,
  'attachments.restore': ({ organizationId, removedAttachmentId }) => ({
    organizationId,
    attachmentId: removedAttachmentId,
  }),
  'manual.get': ofTypedSeries,
  'manual.create': (world) => ({
    ...ofOrganization(world),
    key: randomUUID(),
    name: 'Le Bal des fous de Bassan',
    performances: [],
  }),
  'manual.proposeRepeat': ofSeries,
  'manual.repeat': (world) => ({
    ...ofSeries(world),
    key: randomUUID(),
    name: 'La Nuit des gardiens',
    withExpenses: false,
    starts: [],
  }),
  'manual.save': (world) => ({ ...ofTypedSeries(world), version: 1, name: 'Le Bal des goélands' }),
  'manual.remove': (world) => ({ ...ofTypedSeries(world), version: 1, performanceIds: null }),
  'apiKeys.list': ofOrganization,
  'apiKeys.create': (world) => ({ ...ofOrganization(world), editor: 'Guichet Armor', scopes: ['figures:write'] }),
  'apiKeys.revoke': ({ organizationId, apiKeyId }) => ({ organizationId, apiKeyId }),
  'imports.get': ofImport,
  'imports.changeMapping': (world) => ({ ...ofImport(world), revision: 1, mapping: emptyMapping }),
  'imports.confirm': (world) => ({ ...ofImport(world), revision: 1, label: 'Billetterie du phare' }),
  'imports.abandon': ofImport,
  'imports.onChange': ofImport,
  'automation.get': ofSeries,
  'automation.allow': (world) => ({ ...ofSeries(world), organism: 'SACEM', truthful: true }),
  'automation.stop': (world) => ({ ...ofSeries(world), organism: 'SACEM' }),
  'automation.reminders': () => ({}),
  'automation.setReminder': () => ({ kind: 'week', isOn: false }),
  'administration.unknownSubmissions': () => ({}),
  'administration.settleSubmission': (world) => ({ ...ofSubmission(world), outcome: 'received', note: '' }),
  'agencies.list': () => ({ organism: 'SACEM', postalCode: '29242' }),
  'agencies.preview': () => agenciesFile,
  'agencies.import': () => ({ ...agenciesFile, fingerprint: 'of a list that changed since', force: false }),
  'agencies.history': () => ({ organism: 'SACEM' }),
  'manual.restore': ({ organizationId, removalId }) => ({ organizationId, removalId }),
};

const blank: World = {
  member: { id: '', email: '', firstname: '', lastname: '', isAdmin: false },
  organizationId: '',
  seriesId: '',
  connectionId: '',
  runId: '',
  submissionId: '',
  venueId: '',
  typedSeriesId: '',
  removalId: '',
  apiKeyId: '',
  importId: '',
  attachmentId: '',
  removedAttachmentId: '',
};

/** Path → procedure: the record is flat, whatever its type says. */
const procedures = new Map<string, unknown>(Object.entries(appRouter._def.procedures));
const paths = [...procedures.keys()].sort();
const sampleOf = (path: string): Sample => {
  const sample = samples[path];
  if (!sample) throw new Error(`${path} has no sample input`);
  return sample;
};

/** Procedures of administration. */
const ofAdministration = paths.filter((path) => /^(?:administration|agencies)\./.test(path));
const ofPeople = paths.filter((path) => !ofAdministration.includes(path));
/** Procedures about one structure: their input names it. The others are about the person who asks. */
const ofStructure = ofPeople.filter((path) => 'organizationId' in sampleOf(path)(blank));

describe('procedures × roles', () => {
  const test = givenTestDatabase();
  let world: World;
  let stranger: World;
  let admin: SignedInUser;

  beforeAll(async () => {
    process.env.BILLETWEB_API_BASE_URL = 'http://127.0.0.1:1';
    process.env.COMPANY_DIRECTORY_BASE_URL = 'http://127.0.0.1:1';
    process.env.ADDRESS_DIRECTORY_BASE_URL = 'http://127.0.0.1:1';
    [world, stranger] = [await makeWorld(), await makeWorld()];
    admin = await givenUser(test.db, { isAdmin: true });
  });

  async function makeWorld(): Promise<World> {
    const { actor, organizationId, seriesId } = await givenShow(test.db);
    const connectionId = randomUUID();
    await test.db.ticketingConnection.create({
      data: {
        id: connectionId,
        organizationId,
        system: 'billetweb',
        remoteAccount: randomUUID(),
        label: 'Billetweb',
        credentials: encryptSecret('{"accessKey":"user","secretKey":"key"}', connectionId),
      },
    });
    const { id: runId } = await test.db.synchronizationRun.create({
      data: { connectionId, trigger: 'night', state: 'succeeded', since: new Date() },
    });
    const declaration = await test.db.declaration.findFirstOrThrow({ where: { seriesId, organism: 'SACD' } });
    const { id: submissionId } = await test.db.submission.create({
      data: {
        declarationId: declaration.id,
        organizationId,
        organism: 'SACD',
        number: 1,
        state: 'refused',
        payload: givenDeclaration(),
        payloadSha256: '0'.repeat(64),
        recipient: 'SACD',
        authorName: 'Nolwenn Cadiou',
        authorEmail: 'nolwenn@phare-ouessant.test',
      },
    });
    const { id: venueId } = await test.db.venue.findFirstOrThrow({ where: { organizationId } });
    const { id: typedSeriesId } = await test.db.series.create({
      data: {
        organizationId,
        system: 'manual',
        remoteAccount: 'manual',
        remoteId: randomUUID(),
        name: 'Le Bal des fous de Bassan',
      },
    });
    const { id: removalId } = await test.db.removal.create({
      data: { organizationId, seriesId: typedSeriesId, content: { series: null, performances: [], declarations: [] } },
    });
    const { id: apiKeyId } = await createApiKey(actor, {
      organizationId,
      editor: 'Guichet Armor',
      scopes: ['figures:write'],
    });
    const reading = { series: [], unreadable: [], unreadableCount: 0, needs: [], warnings: [], sheets: [] };
    const { id: importId } = await test.db.importFile.create({
      data: { organizationId, name: 'ventes.csv', state: 'read', shape: 'shape', mapping: emptyMapping, reading },
    });
    const attachmentId = await givenAttachment(actor, { seriesId });
    const removedAttachmentId = await givenAttachment(actor, { seriesId, removedAt: new Date() });
    const ids = {
      organizationId,
      seriesId,
      connectionId,
      runId,
      submissionId,
      venueId,
      typedSeriesId,
      removalId,
      apiKeyId,
      importId,
      attachmentId,
      removedAttachmentId,
    };
    return { member: actor.user, ...ids };
  }

  /** The code that the caller gets, or `ok`; a subscription is asked for its first value, for a moment. */
  async function ask(path: string, user: SignedInUser | null, input: unknown): Promise<string> {
    const controller = new AbortController();
    try {
      const type = typeOf(procedures.get(path));
      const result: unknown = await callTRPCProcedure({
        router: appRouter,
        path,
        type,
        ctx: contextOf(test.db, user),
        getRawInput: async () => input,
        signal: controller.signal,
        batchIndex: 0,
      });
      if (type === 'subscription') await readFirst(result);
      return 'ok';
    } catch (error) {
      const { cause, code } = toTrpcError(error);
      return cause instanceof AppError ? cause.code : `${code} ${String(cause ?? error)}`;
    } finally {
      controller.abort();
    }
  }

  it('has a sample input for every procedure, and none for a procedure that is gone', () => {
    expect(Object.keys(samples).sort()).toEqual(paths);
  });

  it.each(paths)('%s refuses somebody who is not signed in', async (path) => {
    expect(await ask(path, null, sampleOf(path)(world))).toBe('sign-in-required');
  });

  it.each(ofStructure)('%s does not exist for a stranger, nor for an admin who is not a member', async (path) => {
    expect(await ask(path, stranger.member, sampleOf(path)(world))).toBe('not-found');
    expect(await ask(path, admin, sampleOf(path)(world))).toBe('not-found');
  });

  it.each(
    ofStructure.filter((path) =>
      Object.keys(sampleOf(path)(blank)).some((key) =>
        /^(series|connection|run|submission|venue|removal|import|apiKey|attachment|removedAttachment)Id$/.test(key),
      ),
    ),
  )('%s does not find what belongs to others, asked in one’s own structure', async (path) => {
    const input = { ...sampleOf(path)(world), organizationId: stranger.organizationId };
    expect(await ask(path, stranger.member, input)).toBe('not-found');
  });

  it.each(ofAdministration)('%s does not exist for anybody but an admin', async (path) => {
    expect(await ask(path, world.member, sampleOf(path)(world))).toBe('not-found');
    expect(['ok', 'stale-version']).toContain(await ask(path, admin, sampleOf(path)(world)));
  });

  it.each(ofPeople)('%s answers a member', async (path) => {
    const own = await makeWorld();
    const code = await ask(path, own.member, sampleOf(path)(own));
    // Refusals of the case at hand are fine: that nobody is let in or left out by mistake is what is seen here.
    expect(['sign-in-required', 'not-found', 'forbidden', 'internal']).not.toContain(code);
    expect(code).not.toContain('INTERNAL');
  });
});

function typeOf(procedure: unknown): 'query' | 'mutation' | 'subscription' {
  const { type } = z.object({ type: z.enum(['query', 'mutation', 'subscription']) }).parse(Object(procedure)._def);
  return type;
}

async function readFirst(result: unknown): Promise<void> {
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) {
    throw new Error('a subscription gives values one after the other');
  }
  const iterator = (result as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  await iterator.next();
  await iterator.return?.();
}
