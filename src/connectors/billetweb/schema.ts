import { z } from 'zod';

/**
 * What Billetweb sends, limited to what is used: unknown fields are ignored. Nearly everything is text, and numbers or
 * booleans turn up where text was the day before.
 */
const text = z.union([z.string(), z.number()]).transform(String);
const id = text.refine((value) => value.trim() !== '', 'an identifier is empty');
const optionalText = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => String(value ?? '').trim());
const flag = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => value === true || String(value ?? '').trim() === '1');
/** Left as sent: an absurd amount concerns one series and must not fail the whole answer. */
const amount = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional();

export const eventSchema = z.object({
  id,
  name: z.string(),
  start: optionalText,
  end: optionalText,
  multiple: flag,
  tax_rate: optionalText,
  /** Older accounts. */
  tax: optionalText,
});
export type BilletwebEvent = z.output<typeof eventSchema>;

export const sessionSchema = z.object({ id, start: optionalText, end: optionalText });
export type BilletwebSession = z.output<typeof sessionSchema>;

export const tariffSchema = z.object({ id, name: optionalText, tax: optionalText, commission: amount });
export type BilletwebTariff = z.output<typeof tariffSchema>;

export const attendeeSchema = z.object({
  id,
  ticket_id: optionalText,
  price: amount,
  disabled: flag,
  order_paid: flag,
  order_payment_type: optionalText,
  order_session: optionalText,
});
export type BilletwebAttendee = z.output<typeof attendeeSchema>;

/** One line of `/attendees`: only where the change happened matters there. */
export const changeSchema = z.object({ event: id, event_name: optionalText });
export type BilletwebChange = z.output<typeof changeSchema>;

/** Errors come as an object where a list is due, possibly with status 200. */
export const errorSchema = z.object({ error: z.string(), description: z.string().nullish() });
