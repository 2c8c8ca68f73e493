import { createHash } from 'node:crypto';
import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy } from '../http';
import { grantSchema } from './schema';
import { AppError } from '@/domain/errors';

/** The shortest of the windows in which tokens are rationed; used when a refusal has no `Retry-After`. */
export const rateLimitPauseSeconds = 10;
/** A token is given up a minute before its end, so that none dies on the way; one of short life, after nine tenths of it. */
const longestMarginMilliseconds = 60_000;

type Grant = { readonly accessToken: string; readonly expiresAt: number };

/** Living tokens of this process, by a digest of the address and the keys: token requests are what HelloAsso rations. */
const grants = new Map<string, Grant>();

/** For tests, which start new worlds at addresses used before. */
export function forgetTokens(): void {
  grants.clear();
}

export type Session = {
  /** Runs `work` with a token; a token that turns out dead (401) is replaced once. */
  authorize<Output>(work: (accessToken: string) => Promise<Output>): Promise<Output>;
};

/** The tokens of one pair of keys. Several requests that need a new one at once ask for a single one. */
export function createSession(context: ConnectorContext, policy: HttpPolicy): Session {
  const { accessKey, secretKey } = context.credentials;
  const clientId = accessKey?.trim() ?? '';
  const clientSecret = secretKey.trim();
  const key = createHash('sha256')
    .update(JSON.stringify([context.baseUrl, clientId, clientSecret]))
    .digest('hex');
  const client = createHttpClient(context, { policy, headers: {}, rateLimitPauseSeconds, judge: () => null });
  let renewal: Promise<Grant> | null = null;

  async function requestGrant(): Promise<Grant> {
    const askedAt = context.now().getTime();
    const request = client.requestJson({
      path: '/oauth2/token',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
    });
    const json = await request.catch((error: unknown) => {
      throw isUnknownClient(error) ? new AppError('invalid-credentials', 'the client is not known') : error;
    });
    const answer = grantSchema.safeParse(json);
    if (!answer.success) throw new AppError('unexpected-answer', '/oauth2/token: no token');
    const life = answer.data.expires_in * 1000;
    const expiresAt = askedAt + life - Math.min(longestMarginMilliseconds, life / 10);
    const grant = { accessToken: answer.data.access_token, expiresAt };
    for (const [other, { expiresAt: end }] of grants) if (end <= askedAt) grants.delete(other);
    grants.set(key, grant);
    return grant;
  }

  async function toGrant(dead: Grant | null): Promise<Grant> {
    const grant = grants.get(key);
    if (grant && grant !== dead && grant.expiresAt > context.now().getTime()) return grant;
    renewal ??= requestGrant().finally(() => {
      renewal = null;
    });
    return renewal;
  }

  return {
    async authorize(work) {
      const grant = await toGrant(null);
      try {
        return await work(grant.accessToken);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-credentials') throw error;
        return work((await toGrant(grant)).accessToken);
      }
    },
  };
}

/** An unknown client may be told with 400 as well as 401, and bodies vary: only the status decides. */
function isUnknownClient(error: unknown): boolean {
  return error instanceof AppError && error.detail.status === 400;
}
