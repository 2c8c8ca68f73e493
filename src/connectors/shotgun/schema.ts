import { z } from 'zod';

/**
 * What Shotgun sends, limited to what is used: unknown fields are ignored, and people never get past this file. Identifiers are
 * whole numbers, which may be written as text.
 */
const wholeNumber = z
  .union([z.number(), z.string().regex(/^\d{1,15}$/)])
  .transform(Number)
  .pipe(z.int().nonnegative());
const id = wholeNumber.transform(String);
const optionalText = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => String(value ?? '').trim());
/** Milliseconds since 1970; null when the text is no date. Without a zone it is UTC, as everywhere at Shotgun. */
const instant = z
  .union([z.string(), z.null()])
  .optional()
  .transform((value) => toMilliseconds(value ?? ''));
/** Left as sent: an absurd amount concerns one event and must not fail the whole answer. */
const amount = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional();

const ticketSchema = z.object({
  ticket_id: wholeNumber,
  ticket_status: optionalText.pipe(z.string().min(1)).transform((status) => status.toLowerCase()),
  ticket_updated_at: instant.pipe(z.number()),
  event_id: id,
  event_start_time: instant,
  event_end_time: instant,
  deal_price: amount,
  deal_vat_rate: optionalText,
  currency: optionalText.transform((currency) => currency.toLowerCase()),
});
export type ShotgunTicket = z.output<typeof ticketSchema>;

/** `next` is there only when the page was full, and so may be what holds it. */
export const ticketPageSchema = z.object({
  data: z.array(ticketSchema),
  pagination: z.object({ next: z.string().nullish() }).nullish(),
});

const eventSchema = z.object({ id, name: optionalText, startTime: instant, endTime: instant });
export type ShotgunEvent = z.output<typeof eventSchema>;
export const eventPageSchema = z.object({ data: z.array(eventSchema) });

function toMilliseconds(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, day, time = '00:00', zone = 'Z'] = match;
  const milliseconds = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
