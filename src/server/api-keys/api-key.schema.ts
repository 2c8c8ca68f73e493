import * as z from 'zod/mini';

/** What a key of the push API may do: send figures, read what was sent. */
export const apiKeyScopes = ['figures:write', 'figures:read'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** Keys in use at once in one structure: far more than there are editors. */
export const maxActiveKeys = 20;

/** Longest name of a ticketing editor that a key is made for. */
export const maxEditorLength = 80;
const editorSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(maxEditorLength));

const apiKeySchema = z.object({
  id: z.uuid(),
  /** Name of the ticketing editor that holds it: keys of one name send to the same shows. */
  editor: z.string(),
  /** Last four characters. */
  hint: z.string(),
  scopes: z.array(z.enum(apiKeyScopes)),
  /** Name of the person. */
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** To the minute. */
  lastUsedAt: z.nullable(z.iso.datetime()),
  revokedAt: z.nullable(z.iso.datetime()),
});
export type ApiKeyView = z.infer<typeof apiKeySchema>;

export { organizationScope as listApiKeysInput } from '@/server/organizations/get-organization.schema';
export const listApiKeysOutput = z.array(apiKeySchema);

export const createApiKeyInput = z.object({
  organizationId: z.uuid(),
  editor: editorSchema,
  scopes: z.array(z.enum(apiKeyScopes)).check(z.minLength(1), z.maxLength(apiKeyScopes.length)),
});
/** The only answer that ever holds the key. */
export const createApiKeyOutput = z.object({ id: z.uuid(), token: z.string() });

export const revokeApiKeyInput = z.object({ organizationId: z.uuid(), apiKeyId: z.uuid() });
