import 'server-only';
import { createHash } from 'node:crypto';
import {
  type Connector,
  type ConnectorContext,
  type ConnectorDescriptor,
  type Credentials,
} from '@/connectors/connector';
import { isConnectableSystem } from '@/connectors/descriptors';
import { connectors } from '@/connectors/registry';
import { wait } from '@/connectors/wait';
import { AppError } from '@/domain/errors';
import { isTicketingSystem, type TicketingSource, type TicketingSystem } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { createPostgresQuota } from './postgres-quota';

/** The connector of a system, or `invalid-input` for what no connector reads: files, typing, the push API. */
export function findConnector(system: TicketingSource): Connector {
  if (!isTicketingSystem(system) || !isConnectableSystem(system))
    throw new AppError('invalid-input', `no connector for ${system}`);
  return connectors[system];
}

/** What a connector works with: real clock, quota shared by all workers, address from the environment or the vendor's. */
export function createConnectorContext(
  db: Database,
  { descriptor, vendorBaseUrl }: Connector,
  credentials: Credentials,
  options: {
    readonly signal: AbortSignal;
    /** When a person waits: a longer pause is `rate-limited` at once, and the reserve of the quota is open. */
    readonly longestQuotaPauseMilliseconds?: number;
    readonly onRequest?: () => void;
  },
): ConnectorContext {
  const { system, quota } = descriptor;
  const { signal, longestQuotaPauseMilliseconds = Infinity, onRequest } = options;
  const reserve = longestQuotaPauseMilliseconds === Infinity ? 0 : (quota.reserve ?? 0);
  const limit = { ...quota, requests: quota.requests + reserve };
  const waitForQuota: ConnectorContext['wait'] = (milliseconds, aborted) => {
    if (milliseconds <= longestQuotaPauseMilliseconds) return wait(milliseconds, aborted);
    return Promise.reject(new AppError('rate-limited', 'the quota is used up'));
  };
  return {
    credentials,
    baseUrl: readBaseUrl(system) ?? vendorBaseUrl(credentials),
    quota: createPostgresQuota(db, toQuotaKey(descriptor, credentials), limit, waitForQuota),
    signal,
    allowPrivateNetwork: env().ALLOW_PRIVATE_NETWORK,
    now: () => new Date(),
    wait,
    log: (entry) => {
      onRequest?.();
      logger().debug({ system, ...entry }, 'ticketing request');
    },
  };
}

function readBaseUrl(system: TicketingSystem): string | undefined {
  const variables = env();
  const urls: Readonly<Record<TicketingSystem, string | undefined>> = {
    billetweb: variables.BILLETWEB_API_BASE_URL,
    helloasso: variables.HELLOASSO_API_BASE_URL,
    mapado: variables.MAPADO_API_BASE_URL,
    shotgun: variables.SHOTGUN_API_BASE_URL,
    soticket: variables.SOTICKET_API_BASE_URL,
    supersoniks: variables.SUPERSONIKS_API_BASE_URL,
  };
  return urls[system];
}

/**
 * One quota per account, also while its keys are being tried; digested because some accounts are known by a secret alone. Where the vendor
 * counts by IP address, one for all accounts: the workers may well share theirs.
 */
function toQuotaKey({ system, quota }: ConnectorDescriptor, { accessKey, secretKey }: Credentials): string {
  if (quota.scope === 'address') return system;
  const account = createHash('sha256')
    .update(accessKey?.trim() ?? secretKey)
    .digest('hex');
  return `${system}:${account.slice(0, 32)}`;
}
