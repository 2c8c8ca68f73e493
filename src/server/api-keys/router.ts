import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import {
  createApiKeyInput,
  createApiKeyOutput,
  listApiKeysInput,
  listApiKeysOutput,
  revokeApiKeyInput,
} from './api-key.schema';
import { createApiKey } from './create-api-key';
import { listApiKeys } from './list-api-keys';
import { revokeApiKey } from './revoke-api-key';

export const apiKeysRouter = router({
  list: memberProcedure
    .input(listApiKeysInput)
    .output(listApiKeysOutput)
    .query(({ ctx, input }) => listApiKeys(ctx.actor, input)),
  create: memberProcedure
    .input(createApiKeyInput)
    .output(createApiKeyOutput)
    .mutation(({ ctx, input }) => createApiKey(ctx.actor, input)),
  revoke: memberProcedure.input(revokeApiKeyInput).mutation(({ ctx, input }) => revokeApiKey(ctx.actor, input)),
});
