import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { MemoryLocker, Server, type Upload } from '@tus/server';
import * as z from 'zod/mini';
import { documentTypes } from '@/domain/declaration/bounds';
import { maxDocumentBytes } from '@/domain/documents';
import { AppError } from '@/domain/errors';
import { readSession } from '@/server/auth/read-session';
import { withCorrelation } from '@/server/correlation';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { buildSecurityHeaders } from '@/server/security-headers';
import { type SignedInUser } from '@/server/trpc/context';
import { isSameOrigin } from '@/server/trpc/same-origin';
import { AttachmentRefusal } from './attachment-refusal';
import { createAttachment } from './create-attachment';
import { finishAttachment } from './finish-attachment';
import { PostgresStore } from './postgres-store';

const path = '/api/attachments';

/** Orders requests on one upload within a process; between processes, the count of received bytes does (append-bytes.ts). */
const processLocker = new MemoryLocker();

const metadataSchema = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  filename: z.string().check(z.minLength(1), z.maxLength(1000)),
  type: z._default(z.enum(documentTypes), 'OTHER'),
});

/**
 * Resumable uploads (tus 1.0: creation, termination) under /api/attachments, from our own pages. At every request the session and the
 * membership are read again. Answers `{refusal}`, a sentence for the person, or `{code}` of the closed list. This route is not behind
 * the proxy, which would keep the whole body in memory: it carries the headers of safety itself.
 */
export async function serveAttachment(
  db: Database,
  request: Request,
  attachmentId: string | null,
  locker = processLocker,
): Promise<Response> {
  const correlationId = randomUUID();
  return withCorrelation(correlationId, async () => {
    try {
      if (!comesFromOurPages(request)) throw new AppError('forbidden');
      const user = await readSession(db, request.headers);
      if (!user) throw new AppError('sign-in-required');
      if (attachmentId === null) await limitRequests('attachment', user.id);
      else await checkUpload(db, request, user, attachmentId);
      return secure(await createServer({ db, user, correlationId, locker }).handleWeb(request));
    } catch (error) {
      const { status_code: status, body } = toAnswer(error);
      return secure(new Response(body, { status }));
    }
  });
}

/** A HEAD tells how far an upload got and changes nothing: browsers send no `Origin` with it. */
function comesFromOurPages(request: Request): boolean {
  if (request.method !== 'HEAD') return isSameOrigin(request.headers);
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

/** The upload exists and is this person's structure's. One that came whole while its process died is looked at now. */
async function checkUpload(db: Database, request: Request, user: SignedInUser, attachmentId: string): Promise<void> {
  if (!z.uuid().safeParse(attachmentId).success) throw new AppError('not-found');
  const found = await db.attachment.findFirst({
    where: {
      id: attachmentId,
      removedAt: null,
      seriesId: { not: null },
      organization: { memberships: { some: { userId: user.id } } },
    },
    select: { state: true, size: true, received: true, refusal: true },
  });
  if (!found) throw new AppError('not-found');
  if (found.refusal !== null) throw new AttachmentRefusal(found.refusal);
  if (request.method === 'HEAD' && found.state === 'uploading' && found.received === found.size) {
    await finish(db, attachmentId);
  }
}

async function finish(db: Database, attachmentId: string): Promise<void> {
  const finished = await finishAttachment(db, attachmentId);
  if (finished?.state === 'rejected') throw new AttachmentRefusal(finished.refusal);
}

type Asker = {
  readonly db: Database;
  readonly user: SignedInUser;
  readonly correlationId: string;
  readonly locker: MemoryLocker;
};

function createServer({ db, user, correlationId, locker }: Asker): Server {
  const create = async ({ id, size, metadata }: Upload) => {
    const parsed = metadataSchema.safeParse(metadata);
    if (!parsed.success || size === undefined) throw new AppError('invalid-input');
    const { organizationId, seriesId, filename, type } = parsed.data;
    const membership = await db.membership.findUnique({
      where: { organizationId_userId: { organizationId, userId: user.id } },
      select: { organizationId: true },
    });
    if (!membership) throw new AppError('not-found');
    const actor = { db, user, organizationId, correlationId };
    await createAttachment(actor, { id, seriesId, type, name: toFileName(filename), size });
  };
  return new Server({
    path,
    datastore: new PostgresStore(db, create),
    locker,
    relativeLocation: true,
    maxSize: maxDocumentBytes,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomUUID(),
    onUploadFinish: async (_request, upload) => {
      await finish(db, upload.id);
      return {};
    },
    onResponseError: (_request, error) => toAnswer(error),
  });
}

/** 409 is kept for what the protocol calls so: a client then asks where to go on. */
const statuses: Readonly<Record<string, number>> = {
  forbidden: 403,
  'sign-in-required': 401,
  'not-found': 404,
  'invalid-input': 400,
  'too-many-requests': 429,
};

type Answer = { readonly status_code: number; readonly body: string };

/** What may be said of a failure. Those of the protocol itself say their own status. */
function toAnswer(error: unknown): { status_code: number; body: string } {
  if (error instanceof AttachmentRefusal) {
    return { status_code: error.status, body: JSON.stringify({ refusal: error.sentence }) };
  }
  if (error instanceof AppError) {
    return { status_code: statuses[error.code] ?? 422, body: JSON.stringify({ code: error.code }) };
  }
  if (isProtocolFailure(error)) {
    if (error.status_code !== 413) return { status_code: error.status_code, body: error.body };
    return toAnswer(new AttachmentRefusal('Ce fichier dépasse 5\u00a0Mo\u00a0: réduisez-le.', 413));
  }
  logger().error({ err: error }, 'attachment failed');
  return { status_code: 500, body: JSON.stringify({ code: 'internal' }) };
}

function isProtocolFailure(error: unknown): error is Answer {
  return typeof error === 'object' && error !== null && 'status_code' in error && 'body' in error;
}

/** The last part of a path, without what PostgreSQL or a screen would stumble on. */
function toFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Control}/gu, '').trim();
  return clean.slice(-200).toWellFormed() || 'document';
}

function secure(response: Response): Response {
  const isHttps = env().APP_BASE_URL.startsWith('https://');
  const nonce = randomBytes(16).toString('base64');
  const secured = new Response(response.body, response);
  const added = { ...buildSecurityHeaders({ nonce, isHttps, allowEval: false }), 'Cache-Control': 'no-store' };
  for (const [name, value] of Object.entries(added)) secured.headers.set(name, value);
  return secured;
}
