import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { AppError } from '@/domain/errors';
import { readSession } from '@/server/auth/read-session';
import { withCorrelation } from '@/server/correlation';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { buildSecurityHeaders } from '@/server/security-headers';
import { isSameOrigin } from '@/server/trpc/same-origin';
import { receiveFile } from './receive-file';

/**
 * POST /api/imports/:organizationId?name=…, the file itself as the body, from our own pages, by a member. Answers `{importId}`, or
 * `{code}` of the closed list, or `{refusal}`: a sentence for the person. This route is not behind the proxy, which would keep
 * the whole body in memory: it carries the headers of safety itself.
 */
export async function serveUpload(db: Database, request: Request, organizationId: string): Promise<Response> {
  const correlationId = randomUUID();
  return withCorrelation(correlationId, async () => {
    try {
      if (!isSameOrigin(request.headers)) throw new AppError('forbidden');
      const user = await readSession(db, request.headers);
      if (!user) throw new AppError('sign-in-required');
      if (!z.uuid().safeParse(organizationId).success) throw new AppError('not-found');
      const membership = await db.membership.findUnique({
        where: { organizationId_userId: { organizationId, userId: user.id } },
        select: { organizationId: true },
      });
      if (!membership) throw new AppError('not-found');
      await limitRequests('import', user.id);
      const actor = { db, user, organizationId, correlationId };
      const name = toFileName(new URL(request.url).searchParams.get('name'));
      return answer(200, await receiveFile(actor, name, readLength(request.headers), request.body ?? noBody()));
    } catch (error) {
      if (error instanceof ExportRefusal)
        return answer(error.reason === 'too-large' ? 413 : 400, { refusal: error.sentence });
      if (error instanceof AppError) return answer(statuses[error.code] ?? 409, { code: error.code });
      // A person who leaves in the middle is no trouble of ours.
      if (request.signal.aborted) return answer(499, { code: 'unavailable' });
      logger().error({ err: error }, 'upload failed');
      return answer(500, { code: 'internal' });
    }
  });
}

const statuses: Readonly<Record<string, number>> = {
  forbidden: 403,
  'sign-in-required': 401,
  'not-found': 404,
  'too-many-requests': 429,
};

async function* noBody(): AsyncGenerator<Uint8Array> {}

function readLength(headers: Headers): number | null {
  const text = headers.get('content-length') ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** The last part of a path, without what PostgreSQL or a screen would stumble on. */
function toFileName(name: string | null): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Control}/gu, '')
      .trim()
      .slice(-200)
      .toWellFormed() || 'export'
  );
}

function answer(status: number, content: object): Response {
  const isHttps = env().APP_BASE_URL.startsWith('https://');
  const nonce = randomBytes(16).toString('base64');
  const headers = { ...buildSecurityHeaders({ nonce, isHttps, allowEval: false }), 'Cache-Control': 'no-store' };
  return Response.json(content, { status, headers });
}
