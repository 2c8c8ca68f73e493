import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';
import { listEffectivePerformances } from '@/domain/declaration/effective';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import { toSacdReference } from './message';
import { parseJson } from './parse-json';

/** What the service said of one performance. */
export type SacdPerformanceAnswer = {
  /** Null when the answer names a reference that is not ours. */
  readonly performanceId: string | null;
  readonly status: 'ok' | 'warning' | 'refused';
  /** SACD's number. */
  readonly number: string | null;
  readonly field: string | null;
  /** The service's own words. */
  readonly message: string | null;
};

/**
 * What an answer to a declaration means.
 * - `accepted`: every performance, some perhaps with a warning;
 * - `refused`: at least one performance was (the others may have been taken: their status says);
 * - `unknown-declarant`: the identifier is unknown or not enabled; nothing was recorded;
 * - `technical-failure`: an error of the service, said in its own form; nothing was recorded;
 * - `unexpected`: anything else (HTML, cut, other form): whether it was recorded cannot be told.
 */
export type SacdAnswer =
  | { readonly outcome: 'accepted' | 'refused'; readonly performances: readonly SacdPerformanceAnswer[] }
  | { readonly outcome: 'unknown-declarant' | 'technical-failure'; readonly code: string; readonly message: string }
  | { readonly outcome: 'unexpected'; readonly excerpt: string };

const errorSchema = z.object({
  Error: z.object({ Code: z.coerce.string().min(1), Message: z.coerce.string().default('') }),
});

/** The parser gives empty text for an empty element; absent or empty, there is nothing. */
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);

const answerSchema = z.object({
  Declaration: z.object({
    Representations: z.object({
      Representation: z
        .array(
          z.object({
            rep_ref_dec: textSchema,
            numero: textSchema,
            statut: z
              .string()
              .trim()
              .toUpperCase()
              .pipe(z.enum(['OK', 'WARNING', 'KO'])),
            champ: textSchema,
            message: textSchema,
          }),
        )
        .min(1),
    }),
  }),
});

const statuses = { OK: 'ok', WARNING: 'warning', KO: 'refused' } as const;

/** A lone `Representation` is a list of one; figures stay text; a document may not define entities. */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => name === 'Representation',
});

/** Reads the body of an answer to `declaration`. Never throws: what cannot be read is `unexpected`. */
export function parseSacdAnswer(body: string, declaration: NeutralDeclaration): SacdAnswer {
  const text = body.replace(/^\ufeff/, '').trim();
  return (text.startsWith('{') ? parseError(text) : parseXml(text, declaration)) ?? toUnexpected(text);
}

/** The code of a JSON error, or null when the body is not one. Useful before knowing what was asked. */
export function parseSacdError(body: string): { readonly code: string; readonly message: string } | null {
  const parsed = errorSchema.safeParse(parseJson(body));
  return parsed.success ? { code: parsed.data.Error.Code, message: parsed.data.Error.Message } : null;
}

function parseError(text: string): SacdAnswer | null {
  const error = parseSacdError(text);
  return error && { outcome: error.code === 'ERR_WS_DEC_REF' ? 'unknown-declarant' : 'technical-failure', ...error };
}

function parseXml(text: string, declaration: NeutralDeclaration): SacdAnswer | null {
  if (!text.startsWith('<') || /<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return null;
  const parsed = answerSchema.safeParse(parser.parse(text));
  if (!parsed.success) return null;
  const sent = listEffectivePerformances(declaration).map(({ id }) => id);
  const answered = parsed.data.Declaration.Representations.Representation;
  // An answer about fewer performances than were sent says nothing of the others.
  if (answered.length !== sent.length) return null;
  const ids = new Map(sent.map((id) => [toSacdReference(declaration.series.id, id), id]));
  const performances = answered.map((item, index) => ({
    // Without a reference, answers come in the order sent.
    performanceId: (item.rep_ref_dec === null ? sent[index] : ids.get(item.rep_ref_dec)) ?? null,
    status: statuses[item.statut],
    number: item.numero,
    field: item.champ,
    message: item.message,
  }));
  const isRefused = performances.some(({ status }) => status === 'refused');
  return { outcome: isRefused ? 'refused' : 'accepted', performances };
}

/** The beginning only: an excerpt is for support, a whole page of HTML is not. */
function toUnexpected(text: string): SacdAnswer {
  return { outcome: 'unexpected', excerpt: text.replace(/\s+/g, ' ').slice(0, 200) };
}
