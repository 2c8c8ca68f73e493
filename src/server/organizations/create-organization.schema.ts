import * as z from 'zod/mini';
import { addressSchema, siretSchema } from '@/domain/declaration/neutral';

/** The SIREN is the first nine digits of the SIRET. The address may be corrected or typed by hand. */
export const createOrganizationInput = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  siret: siretSchema,
  address: addressSchema,
});
export type CreateOrganizationInput = z.infer<typeof createOrganizationInput>;
export const createOrganizationOutput = z.object({ organizationId: z.uuid() });
