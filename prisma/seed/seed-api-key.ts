import { storeApiKey } from '@/server/api-keys/create-api-key';
import { describeKeyToken } from '@/server/api-keys/key-token';
import { type Actor } from '@/server/trpc/context';
import { demoPushKey } from '../demo-accounts';

/** The key of the push API that is printed, for the try on the public page. Does nothing the second time, revoked or not. */
export async function seedApiKey(actor: Actor): Promise<void> {
  const key = describeKeyToken(demoPushKey);
  if (await actor.db.apiKey.findUnique({ where: { prefix: key.prefix }, select: { id: true } })) return;
  await storeApiKey(actor, { editor: 'Guichet de démonstration', scopes: ['figures:write', 'figures:read'] }, key);
}
