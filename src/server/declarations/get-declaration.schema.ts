import * as z from 'zod/mini';
import { draftSchema, draftSeriesSchema } from '@/domain/declaration/draft';
import { capacitySchema, producerSchema, venueSchema } from '@/domain/declaration/neutral';
import { declarationStates } from '@/domain/declaration/status';
import { repeatedAnswers } from '@/domain/declaration/repeated-answers';
import { organisms, seriesOrganisms } from '@/domain/organism';
import { ticketingSources } from '@/domain/ticketing/model';

export const seriesScope = z.object({ organizationId: z.uuid(), seriesId: z.uuid() });

/** What a new season takes over of a show. */
export const repeatedAnswersSchema = z.pick(draftSeriesSchema, repeatedAnswers);

export const declarationViewSchema = z.object({
  organism: z.enum(organisms),
  state: z.enum(declarationStates),
  /** While locked nothing of the form that this organism received may change. */
  locked: z.boolean(),
  dueAt: z.nullable(z.iso.datetime()),
  dueSource: z.nullable(z.string()),
  /** Who began to correct what was received; null when nobody does. */
  correctedBy: z.nullable(z.string()),
  /** The last one was not received but an earlier one was: the correction can be given up. */
  canGiveUp: z.boolean(),
  /** What would be declared today differs from what was received, and nobody said that it is meant to. */
  changed: z.boolean(),
  submission: z.nullable(
    z.object({
      id: z.uuid(),
      number: z.int(),
      createdAt: z.iso.datetime(),
      /** The organism's own words after a refusal. */
      message: z.nullable(z.string()),
      errorCode: z.nullable(z.string()),
    }),
  ),
});
export type DeclarationView = z.infer<typeof declarationViewSchema>;

/** Everything the page of a show needs, in one answer. */
export const getDeclarationOutput = z.object({
  /** Optimistic version: sent back with each save. */
  version: z.int(),
  savedAt: z.iso.datetime(),
  system: z.enum(ticketingSources),
  connectionLabel: z.nullable(z.string()),
  importedAt: z.nullable(z.iso.datetime()),
  draft: draftSchema,
  /** The organisms chosen, in the order of the screens. */
  declarations: z.array(declarationViewSchema),
  /** True when an accepted or in-flight declaration freezes the form. */
  locked: z.boolean(),
  /** From past declarations of the structure, most recent first. */
  suggestions: z.object({
    venues: z.array(z.object({ venue: venueSchema, capacity: z.nullable(capacitySchema) })),
    producers: z.array(producerSchema),
    /** The same show in an earlier season, while nothing is answered of this one. */
    past: z.nullable(
      z.object({
        id: z.uuid(),
        /** Its last performance. */
        endAt: z.nullable(z.iso.datetime()),
        answers: repeatedAnswersSchema,
        organisms: z.array(z.enum(seriesOrganisms)),
      }),
    ),
  }),
  /** The show whose answers this one took over, as long as nobody has changed anything since. */
  repeatedFrom: z.nullable(z.object({ id: z.uuid(), name: z.string() })),
});
export type DeclarationPage = z.infer<typeof getDeclarationOutput>;
