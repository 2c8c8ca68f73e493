import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy, type VendorVerdict } from '../http';
import { readBearerKey } from '../read-bearer-key';
import { envelopeSchema, statementListSchema, type ClosingStatement } from './schema';
import { AppError } from '@/domain/errors';

const path = '/api/v2/statement/closing';
/** Nothing is documented about limits. */
const rateLimitPauseSeconds = 60;

export type DateWindow = { readonly from: Date; readonly to: Date };

export type ClosingStatementsApi = {
  /** One statement per session whose date is in the window, closed or not, in one answer without pages. */
  listStatements(window: DateWindow): Promise<readonly ClosingStatement[]>;
};

export function createApi(context: ConnectorContext, policy: HttpPolicy): ClosingStatementsApi {
  const client = createHttpClient(context, {
    policy,
    headers: { authorization: `Bearer ${readBearerKey(context.credentials.secretKey)}` },
    rateLimitPauseSeconds,
    judge,
  });
  return {
    async listStatements({ from, to }) {
      // Many customers never close their statements: without the bypass they would have no show at all.
      const query = { from: toUnixSeconds(from), to: toUnixSeconds(to), bypass_closed: 'true' };
      const answer = statementListSchema.safeParse(await client.requestJson({ path, query }));
      if (answer.success) return answer.data.data;
      const [issue] = answer.error.issues;
      const place = issue?.path.join('.') || 'the root';
      throw new AppError('unexpected-answer', `${path}: ${issue?.code ?? 'unknown'} at ${place}`);
    },
  };
}

function toUnixSeconds(instant: Date): string {
  return String(Math.floor(instant.getTime() / 1000));
}

const aboutTheKey = /token|bearer|jeton|expired|expir|credential|api.?key/i;
const aboutRights = /right|permission|scope|droit|privil|habilit/i;

/**
 * A refusal is told by `success`, also with status 200. The key is the only credential, and no rights of a key are documented: refused
 * with 401 or 403 in the vendor's own words, it is the key (or the firewall before it), unless the words speak of rights.
 */
function judge(json: unknown, status: number): VendorVerdict {
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success || envelope.data.success || status === 429 || status >= 500) return null;
  const words = (envelope.data.messages ?? []).map(({ content }) => content).join(' ');
  const isRefused = status === 401 || status === 403;
  if (aboutTheKey.test(words)) return new AppError('invalid-credentials', 'the key is refused');
  if (aboutRights.test(words)) return new AppError('insufficient-rights', 'the key has not all its rights');
  if (isRefused) return new AppError('invalid-credentials', `status ${status}`);
  return new AppError('unexpected-answer', `the answer says it failed, status ${status}`);
}
