import * as z from 'zod/mini';
import { transmittableOrganisms } from '@/domain/organism';

export const automationScope = z.object({ organizationId: z.uuid(), seriesId: z.uuid() });

export const automaticOneInput = z.extend(automationScope, { organism: z.enum(transmittableOrganisms) });
/** Allows a declaration to leave by itself. `truthful`: the statement was ticked, and stands for what will be sent. */
export const allowAutomaticInput = z.extend(automaticOneInput, { truthful: z.literal(true) });

export const automaticViewSchema = z.object({
  organism: z.enum(transmittableOrganisms),
  /** `planned`: announced, or about to be; `stopped`: by a person or by the service, and off since. */
  state: z.enum(['off', 'allowed', 'planned', 'sent', 'stopped']),
  /** A draft: it may be allowed. */
  isOpen: z.boolean(),
  /** Who allowed it and when; null when nobody ever did. */
  allowed: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
  /** When it will leave, or left. */
  plannedFor: z.nullable(z.iso.datetime()),
  /** Who stopped it and when, and why; `by` null for the service itself. */
  stopped: z.nullable(
    z.object({
      by: z.nullable(z.string()),
      at: z.iso.datetime(),
      reason: z.enum(['person', 'figures', 'incomplete', 'warnings', 'state', 'deadline', 'rights']),
    }),
  ),
});
export type AutomaticView = z.infer<typeof automaticViewSchema>;
/** SACEM and SACD, where they were chosen for the show. */
export const getAutomaticOutput = z.object({ organisms: z.array(automaticViewSchema) });
