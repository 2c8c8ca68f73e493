import 'server-only';
import { apiKeyScopes, type ApiKeyScope } from './api-key.schema';

/** The column holds known scopes only (CHECK), as texts. */
export function toScopes(stored: readonly string[]): ApiKeyScope[] {
  return apiKeyScopes.filter((scope) => stored.includes(scope));
}
