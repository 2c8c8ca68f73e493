import 'server-only';
import { z } from 'zod';
import { readDirectory } from '@/server/directories/read-directory';
import { env } from '@/server/env';
import { type SignedInContext } from '@/server/trpc/context';
import { type searchAddressesInput, type searchAddressesOutput } from './search-addresses.schema';

const LIMIT = 6;

const featureSchema = z.object({
  properties: z.object({
    label: z.string().min(1),
    type: z.enum(['housenumber', 'street', 'locality']),
    name: z.string().min(1),
    postcode: z.string().min(1),
    city: z.string().min(1),
  }),
});
/** Towns without a street, and features that we cannot read, are left out. */
const answerSchema = z
  .object({ features: z.array(z.unknown()) })
  .transform(({ features }) => features.flatMap((feature) => toProposals(featureSchema.safeParse(feature).data)));

/** Addresses that begin like the text, from the national address base (https://data.geopf.fr/geocodage), 6 at most. */
export async function searchAddresses(
  { db }: SignedInContext,
  input: z.infer<typeof searchAddressesInput>,
): Promise<z.infer<typeof searchAddressesOutput>> {
  const words = input.text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  // The directory refuses a search that begins with anything else.
  if (!/^[\p{Letter}\p{Number}].{2}/u.test(words)) return { available: true, addresses: [] };
  const url = new URL(`${env().ADDRESS_DIRECTORY_BASE_URL}/search`);
  url.search = new URLSearchParams({ q: words, limit: String(LIMIT), autocomplete: '1' }).toString();
  const addresses = await readDirectory(db, url, answerSchema);
  return { available: addresses !== null, addresses: addresses ?? [] };
}

function toProposals(feature: z.infer<typeof featureSchema> | undefined) {
  if (!feature) return [];
  const { label, name, postcode, city } = feature.properties;
  return [{ label, address: { street: name, postalCode: postcode, city, countryCode: 'FR' } }];
}
