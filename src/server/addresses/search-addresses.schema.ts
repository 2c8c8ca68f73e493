import * as z from 'zod/mini';
import { addressSchema } from '@/domain/declaration/neutral';

export const searchAddressesInput = z.object({ text: z.string().check(z.trim(), z.minLength(3), z.maxLength(200)) });
export const searchAddressesOutput = z.object({
  /** False when the address directory did not answer within 3 s: the fields stay open to typing. */
  available: z.boolean(),
  addresses: z.array(z.object({ label: z.string(), address: addressSchema })),
});
