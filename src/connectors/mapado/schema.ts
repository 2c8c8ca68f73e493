import { z } from 'zod';

/**
 * What Mapado sends, limited to the properties asked for: others are ignored. Identifiers are long (`/v1/tickets/7`): only the number
 * is kept. A relation is an identifier, or an object when its properties were asked for.
 */
const id = z.union([z.string(), z.number()]).transform((value, context) => {
  const number = /(?:^|\/)(\d+)$/.exec(String(value))?.[1];
  if (number !== undefined) return number;
  context.addIssue({ code: 'custom', message: 'not an identifier' });
  return z.NEVER;
});
const identified = z.object({ '@id': id });
const relation = z
  .union([id, identified.transform((value) => value['@id'])])
  .nullish()
  .transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
/** Left as sent: an absurd amount concerns one series and must not fail the whole answer. */
const amount = z.union([z.string(), z.number(), z.null()]).optional();

/** Which show a changed ticket belongs to: told at once when the date comes with its show, else to be looked up by its date. */
export const changeSchema = z
  .object({
    '@id': id,
    eventDate: z.union([z.object({ '@id': id.optional(), ticketing: relation }), id]).nullish(),
  })
  .transform(({ '@id': ticket, eventDate }) => {
    if (typeof eventDate !== 'object' || eventDate === null)
      return { id: ticket, date: eventDate ?? null, ticketing: null };
    return { id: ticket, date: eventDate['@id'] ?? null, ticketing: eventDate.ticketing };
  });
export type MapadoChange = z.output<typeof changeSchema>;

export const ticketingSchema = z
  .object({
    '@id': id,
    title: text,
    type: text,
    currency: text,
    venue: z.object({ countryCode: text }).nullish(),
  })
  .transform(({ '@id': ticketing, venue, ...rest }) => ({ id: ticketing, country: venue?.countryCode ?? '', ...rest }));
export type MapadoTicketing = z.output<typeof ticketingSchema>;

/** A date alone, to know its show. */
export const eventDateOwnerSchema = z
  .object({ '@id': id, ticketing: relation })
  .transform(({ '@id': date, ticketing }) => ({ id: date, ticketing }));

const ticketPriceSchema = z
  .object({
    '@id': id,
    facialValue: amount,
    currency: text,
    tax: z.object({ rate: z.union([z.string(), z.number()]).nullish(), countryCode: text }).nullish(),
  })
  .transform(({ '@id': ticketPrice, ...rest }) => ({ id: ticketPrice, ...rest }));
export type MapadoTicketPrice = z.output<typeof ticketPriceSchema>;

export const eventDateSchema = z
  .object({
    '@id': id,
    ticketing: relation,
    startDate: text,
    startOfEventDay: text,
    endDate: text,
    ticketPriceList: z.array(ticketPriceSchema).nullish(),
  })
  .transform(({ '@id': date, ticketPriceList, ...rest }) => ({
    id: date,
    ticketPrices: ticketPriceList ?? [],
    ...rest,
  }));
export type MapadoEventDate = z.output<typeof eventDateSchema>;

export const ticketSchema = z
  .object({
    '@id': id,
    status: text,
    facialValue: amount,
    imported: z.union([z.boolean(), z.number(), z.string()]).nullish(),
    ticketPrice: relation,
    eventDate: relation,
  })
  .transform(({ '@id': ticket, imported, ...rest }) => ({
    id: ticket,
    isImported: imported === true || String(imported) === '1',
    ...rest,
  }));
export type MapadoTicket = z.output<typeof ticketSchema>;

/** The envelope of a list. The next page is told in one of two styles; the total may be missing. */
export const collectionSchema = z.object({
  'hydra:member': z.array(z.unknown()),
  'hydra:totalItems': z.union([z.number(), z.string()]).nullish(),
  'hydra:nextPage': z.string().nullish(),
  'hydra:view': z.object({ 'hydra:next': z.string().nullish() }).nullish(),
});

export const ownerSchema = z.object({ '@id': id });

/** OAuth's way of refusing, beside Hydra's, which the status tells well enough. */
export const oauthErrorSchema = z.object({ error: z.string() });
