import { randomUUID } from 'node:crypto';
import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { findAccount, type HelloassoAccount } from './accounts';

const lifeSeconds = 1800;
/** At most so many token requests in any so many seconds, per client. Nothing else is rationed. */
const rations = [
  { requests: 10, seconds: 10 },
  { requests: 20, seconds: 600 },
  { requests: 50, seconds: 3600 },
] as const;

type Grant = { readonly clientId: string; readonly refreshToken: string; readonly expiresAt: number };

export type TokenDesk = {
  /** `POST /oauth2/token`. */
  answer(request: SandboxRequest): Reply;
  /** Whom a living access token speaks for; null when it is missing, unknown or dead. */
  authenticate(request: SandboxRequest): HelloassoAccount | null;
  /** The same, dead tokens included. */
  identify(request: SandboxRequest): string;
  reset(): void;
};

/** HelloAsso's OAuth2 server: client credentials in a form, tokens of 30 minutes, a refresh that replaces both tokens. */
export function createTokenDesk(now: () => Date): TokenDesk {
  const grants = new Map<string, Grant>();
  const askedAt = new Map<string, number[]>();

  function isOverRation({ clientId, hasNoRation }: HelloassoAccount): boolean {
    const time = now().getTime();
    const asked = askedAt.get(clientId) ?? [];
    const isOver = rations.some(({ requests, seconds }) => {
      return asked.filter((at) => at > time - seconds * 1000).length >= requests;
    });
    if (isOver) return hasNoRation !== true;
    askedAt.set(clientId, [...asked.filter((at) => at > time - 3_600_000), time]);
    return false;
  }

  function issue(account: HelloassoAccount): Reply {
    if (isOverRation(account)) return json({ message: 'Too many token requests' }, 429);
    const accessToken = randomUUID();
    const refreshToken = randomUUID();
    grants.set(accessToken, {
      clientId: account.clientId,
      refreshToken,
      expiresAt: now().getTime() + lifeSeconds * 1000,
    });
    return json({
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'bearer',
      expires_in: lifeSeconds,
    });
  }

  function grantByCredentials(form: URLSearchParams): Reply {
    const clientId = form.get('client_id');
    const clientSecret = form.get('client_secret');
    if (!clientId || !clientSecret) return refuse(400, 'invalid_request', 'client_id and client_secret are required');
    const account = findAccount(clientId);
    if (account?.clientSecret !== clientSecret) return refuse(401, 'invalid_client', 'unknown client or wrong secret');
    return issue(account);
  }

  function grantByRefresh(form: URLSearchParams): Reply {
    const asked = form.get('refresh_token');
    const known = [...grants].find(([, { refreshToken }]) => refreshToken === asked);
    const account = known ? findAccount(known[1].clientId) : null;
    if (!known || !account) return refuse(400, 'invalid_grant', 'the refresh token is not valid');
    const clientId = form.get('client_id');
    if (clientId !== null && clientId !== account.clientId) return refuse(400, 'invalid_grant', 'another client');
    const reply = issue(account);
    if (reply.status === 200) grants.delete(known[0]);
    return reply;
  }

  function findGrant(request: SandboxRequest): Grant | undefined {
    return grants.get(/^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
  }

  return {
    answer(request) {
      if (request.method !== 'POST') return json({ message: 'Method Not Allowed' }, 405);
      const type = request.headers['content-type'] ?? '';
      if (!type.startsWith('application/x-www-form-urlencoded')) {
        return refuse(400, 'invalid_request', 'the content type must be application/x-www-form-urlencoded');
      }
      const form = new URLSearchParams(request.body);
      if (form.get('grant_type') === 'client_credentials') return grantByCredentials(form);
      if (form.get('grant_type') === 'refresh_token') return grantByRefresh(form);
      return refuse(400, 'unsupported_grant_type', 'the grant type is not supported');
    },
    authenticate(request) {
      const grant = findGrant(request);
      return grant && grant.expiresAt > now().getTime() ? findAccount(grant.clientId) : null;
    },
    identify(request) {
      if (request.path === '/oauth2/token') return new URLSearchParams(request.body).get('client_id') ?? '';
      return findGrant(request)?.clientId ?? '';
    },
    reset() {
      grants.clear();
      askedAt.clear();
    },
  };
}

function refuse(status: number, error: string, description: string): Reply {
  return json({ error, error_description: description }, status);
}
