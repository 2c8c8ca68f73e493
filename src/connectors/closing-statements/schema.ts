import { z } from 'zod';

/**
 * What the software sends, limited to what is used: unknown fields are ignored. What concerns one session (dates, amounts, rate) is
 * left as sent and judged with it, so that an absurd value costs one show and not the whole answer.
 */
const raw = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional();
export type RawValue = z.output<typeof raw>;
const id = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => value.trim() !== '', 'an identifier is empty');
const optionalId = z.union([z.string(), z.number(), z.null()]).optional();
const optionalText = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => String(value ?? ''));

const priceSchema = z.object({ amount: raw, quantity: raw, revenue: raw });
export type PriceLine = z.output<typeof priceSchema>;

const sessionSchema = z.object({
  id,
  start_date: raw,
  end_date: raw,
  entity_type: optionalText,
  edito: z.object({ title: optionalText }).nullish(),
  multisession: z.object({ id: optionalId, multisession_id: optionalId, title: optionalText }).nullish(),
  settings: z.object({ duration: raw, tax: z.object({ rate: raw }).nullish() }).nullish(),
});

export const statementSchema = z.object({
  session: sessionSchema,
  internals_prices: z.array(priceSchema).nullish(),
  externals_prices: z.array(priceSchema).nullish(),
});
export type ClosingStatement = z.output<typeof statementSchema>;

/** What the answer says of itself, whatever its status: a refusal may come with 200. */
export const envelopeSchema = z.object({
  success: z.boolean(),
  messages: z.array(z.object({ content: optionalText })).nullish(),
});

export const statementListSchema = z.object({ success: z.literal(true), data: z.array(statementSchema) });
