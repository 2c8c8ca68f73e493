import 'server-only';
import * as z from 'zod';
import { pushProblemTexts, type PushProblemCode } from '@/i18n/push-problems';

/** One value to correct: `pointer` is a JSON Pointer (RFC 6901) into the body, `#query/…` or `#header/…` elsewhere. */
export const pushIssueSchema = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
});
export type PushIssue = z.infer<typeof pushIssueSchema>;

/** RFC 9457, with the words in English beside those in French. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  titleEn: z.string(),
  detailEn: z.string(),
  code: z.string(),
  /** Present when precise values are at fault. */
  errors: z.array(pushIssueSchema).optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;

/** An expected refusal of the push API. Never holds a key. */
export class PushProblem extends Error {
  override readonly name = 'PushProblem';
  constructor(
    readonly code: PushProblemCode,
    readonly more: {
      readonly errors?: readonly PushIssue[];
      readonly scope?: string;
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(code);
  }
}

/** `type` leads to the page that explains the codes. */
export function toProblemBody({ code, more }: PushProblem): ProblemBody {
  const { status, title, titleEn, advice, adviceEn } = pushProblemTexts[code];
  const scope = more.scope === undefined ? '' : ` (${more.scope})`;
  return {
    type: `/aide/api#${code}`,
    title,
    status,
    detail: `${advice}${scope}`,
    titleEn,
    detailEn: `${adviceEn}${scope}`,
    code,
    ...(more.errors === undefined ? {} : { errors: [...more.errors] }),
  };
}
