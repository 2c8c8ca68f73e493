import { z } from 'zod';

/**
 * What HelloAsso sends, limited to what is used: unknown fields are ignored. Identifiers are numbers that go through text, so
 * that none of them is ever rounded.
 */
const id = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((value) => value.trim() !== '', 'an identifier is empty');
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** Left as sent: an absurd amount concerns one series and must not fail the whole answer. */
const amount = z.union([z.number(), z.string()]);
/** 0 when it is not told. */
const count = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => Number(value ?? 0) || 0);

export const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export const organizationSchema = z.object({ organizationSlug: z.string().min(1), name: optionalText });

/** Counts mean something only when they were asked for. */
export const paginationSchema = z.object({
  totalCount: count,
  totalPages: count,
  continuationToken: optionalText,
});

export const itemSchema = z.object({
  id,
  tierId: id.nullish().transform((value) => value ?? null),
  type: z.string(),
  state: z.string(),
  /** Cents, after discount, without options. */
  amount,
  order: z.object({
    formSlug: z.string().min(1),
    formType: optionalText,
    meta: z.object({ updatedAt: optionalText }).nullish().catch(null),
  }),
});
export type HelloassoItem = z.output<typeof itemSchema>;

export const formSchema = z.object({
  formSlug: z.string().min(1),
  title: optionalText,
  startDate: optionalText,
  endDate: optionalText,
  currency: optionalText,
  place: z
    .object({ country: optionalText })
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  tiers: z
    .array(z.object({ id, vatRate: z.union([z.number(), z.string(), z.null()]).optional() }))
    .nullish()
    .transform((value) => value ?? []),
});
export type HelloassoForm = z.output<typeof formSchema>;

/** Items of an order lack `order`. `vat` is told in cents for the whole order. */
export const orderSchema = z.object({
  id,
  items: z
    .array(z.object({ tierId: id.nullish().transform((value) => value ?? null), type: optionalText, amount }))
    .nullish()
    .transform((value) => value ?? []),
  amount: z
    .object({ total: amount.nullish(), vat: amount.nullish() })
    .nullish()
    .transform((value) => value ?? null),
});
export type HelloassoOrder = z.output<typeof orderSchema>;

export type HelloassoPage<Row> = {
  readonly rows: readonly Row[];
  readonly pagination: z.output<typeof paginationSchema>;
};
