import 'server-only';
import { env } from '@/server/env';
import { rateLimits } from '@/server/rate-limit/rate-limits';
import { pushLimits } from './push-limits';
import { pushBasePath, type PushOperation, pushOperations } from './push-operations';

/** What the public page says of the API, from what the API itself goes by. */
export function describePushApi() {
  const { showsPerRequest, performancesPerShow, idempotencyHours } = pushLimits;
  return {
    baseUrl: `${env().APP_BASE_URL}${pushBasePath}`,
    operations: Object.values<PushOperation>(pushOperations).map(({ method, path, summary, description, scope }) => ({
      method,
      path,
      summary,
      description,
      scope,
    })),
    limits: { requestsPerMinute: rateLimits.push.points, showsPerRequest, performancesPerShow, idempotencyHours },
  };
}
