import 'server-only';
import * as z from 'zod';
import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { apiKeyScopes } from '@/server/api-keys/api-key.schema';
import { pushLimits } from './push-limits';
import { problemSchema, pushIssueSchema } from './push-problem';

const cents = (what: string) => z.int().min(0).max(maxAmountCents).describe(`${what}, en centimes d’euro.`);
const tickets = (what: string) => z.int().min(0).max(maxTickets).describe(what);
const instant = (what: string) => z.iso.datetime({ offset: true }).describe(what);

/** In an address without any escaping: letters, digits, full stop, hyphen, underscore. */
export const remoteIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/)
  .describe('Votre identifiant, stable pour toujours\u00a0: lettres, chiffres, point, tiret, tiret bas, 200 au plus.');

export const performanceSchema = z.strictObject({
  id: remoteIdSchema,
  startAt: instant('Début, ISO 8601 avec le décalage («\u00a02026-06-26T20:30:00+02:00\u00a0») ou en UTC.'),
  endAt: instant('Fin, ou null quand vous ne la connaissez pas.').nullable(),
  includingTaxesCents: cents('Recettes TTC de tous les billets valables à cet instant, sans vos frais de service'),
  excludingTaxesCents: cents('Recettes HT, arrondies une fois par représentation'),
  taxRateBp: z
    .int()
    .min(0)
    .max(10_000)
    .nullable()
    .describe('Taux de TVA en points de base (5,5\u00a0% = 550), ou null avec plusieurs taux ou un taux inconnu.'),
  paidTickets: tickets('Billets payants encore valables (payés plus de 0\u00a0€).'),
  freeTickets: tickets('Billets gratuits encore valables (payés 0\u00a0€).'),
});
export type PerformanceInput = z.infer<typeof performanceSchema>;

const name = z.string().min(1).max(300).regex(/\S/).describe('Titre du spectacle, tel qu’il est vendu.');
const performances = z
  .array(performanceSchema)
  .min(1)
  .max(pushLimits.performancesPerShow)
  .describe('Toutes les représentations du spectacle\u00a0: celle qui n’y est plus est marquée disparue.');

export const showSchema = z.strictObject({ name, performances });
export const batchItemSchema = z.strictObject({ id: remoteIdSchema, name, performances });
export type ShowInput = z.infer<typeof batchItemSchema>;

export const batchSchema = z.strictObject({
  shows: z.array(batchItemSchema).min(1).max(pushLimits.showsPerRequest),
});
/** The same, each show left to be judged by itself. */
export const batchEnvelopeSchema = z.strictObject({
  shows: z.array(z.unknown()).min(1).max(pushLimits.showsPerRequest),
});

export const heldPerformanceSchema = performanceSchema.extend({
  startAt: z.iso.datetime(),
  endAt: z.iso.datetime().nullable(),
  goneAt: z.iso
    .datetime()
    .nullable()
    .describe('Depuis quand cette représentation a disparu de vos envois\u00a0; null quand elle y est.'),
});
export const heldShowSchema = z.strictObject({
  id: remoteIdSchema,
  name: z.string(),
  url: z.url().describe('Page du spectacle, pour les membres de la structure.'),
  performances: z.array(heldPerformanceSchema),
});
export type HeldShow = z.infer<typeof heldShowSchema>;

export const results = ['created', 'updated', 'unchanged'] as const;
export type PushResult = (typeof results)[number];

export const storedSchema = z.strictObject({
  result: z.enum(results),
  show: heldShowSchema,
  warnings: z.array(pushIssueSchema).describe('Ce qui a été gardé, et que vous devriez vérifier.'),
});
export type Stored = z.infer<typeof storedSchema>;

export const batchAnswerSchema = z.strictObject({
  results: z
    .array(
      z.discriminatedUnion('result', [
        storedSchema.extend({ result: z.enum(results) }),
        z.strictObject({ result: z.literal('refused'), id: z.string().nullable(), problem: problemSchema }),
      ]),
    )
    .describe('Un résultat par spectacle, dans l’ordre de la requête.'),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

export const listAnswerSchema = z.strictObject({
  shows: z.array(heldShowSchema).describe('Par identifiant.'),
  nextCursor: z.string().nullable().describe('À donner pour la page suivante\u00a0; null à la dernière.'),
});

export const statusAnswerSchema = z.strictObject({
  organization: z.strictObject({ name: z.string(), siren: z.string() }),
  editor: z.string().describe('Votre nom, tel que la structure l’a donné à la clé.'),
  key: z.strictObject({
    hint: z.string().describe('Quatre derniers caractères de la clé.'),
    scopes: z.array(z.enum(apiKeyScopes)),
    createdAt: z.iso.datetime(),
  }),
  limits: z.strictObject({
    requestsPerMinute: z.int(),
    bodyBytes: z.int(),
    showsPerRequest: z.int(),
    performancesPerShow: z.int(),
  }),
});
