import * as z from 'zod/mini';
import { ticketingSystems } from '@/domain/ticketing/model';

const keySchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const connectTicketingInput = z.object({
  organizationId: z.uuid(),
  system: z.enum(ticketingSystems),
  accessKey: z.nullable(keySchema),
  secretKey: keySchema,
});
/** `resumed`: the account was known already and its history continues. */
export const connectTicketingOutput = z.object({ connectionId: z.uuid(), resumed: z.boolean() });

export const connectionScope = z.object({ organizationId: z.uuid(), connectionId: z.uuid() });

export const replaceCredentialsInput = z.object({
  organizationId: z.uuid(),
  connectionId: z.uuid(),
  accessKey: z.nullable(keySchema),
  secretKey: keySchema,
});

/** `joined`: a synchronisation was already under way, and this request follows it. */
export const synchronizeOutput = z.object({ runId: z.uuid(), joined: z.boolean() });
