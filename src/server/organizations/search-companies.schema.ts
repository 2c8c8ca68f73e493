import * as z from 'zod/mini';
import { addressSchema, sirenSchema, siretSchema } from '@/domain/declaration/neutral';

export const searchCompaniesInput = z.object({ text: z.string().check(z.trim(), z.minLength(3), z.maxLength(120)) });

/** A head office as the company directory publishes it. `address` is null when its diffusion is restricted. */
export const companySchema = z.object({
  name: z.string(),
  siren: sirenSchema,
  siret: siretSchema,
  address: z.nullable(addressSchema),
});
export type Company = z.infer<typeof companySchema>;

/** `available: false` when the directory did not answer within 3 s: the screen then opens the manual fields. */
export const searchCompaniesOutput = z.object({ available: z.boolean(), companies: z.array(companySchema) });
