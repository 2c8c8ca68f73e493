import 'server-only';
import { addYears } from 'date-fns/addYears';
import type * as z from 'zod';
import { checkArithmetic } from '@/domain/ticketing/check-arithmetic';
import { compareByStart, type RemoteSeries } from '@/domain/ticketing/model';
import {
  arithmeticDoubtSentences,
  arithmeticFaultSentences,
  type PushSentence,
  valueIssueSentences,
  type ValueIssueCode,
} from '@/i18n/push-issues';
import { pushLimits } from './push-limits';
import { type PushIssue } from './push-problem';
import { type PerformanceInput, type ShowInput } from './push-schemas';

export type ReadShow =
  | { readonly ok: true; readonly series: RemoteSeries; readonly warnings: readonly PushIssue[] }
  | { readonly ok: false; readonly errors: readonly PushIssue[] };

/** More than anybody corrects at once. */
const maxErrors = 100;
const dayMilliseconds = 86_400_000;

/**
 * Judges one show that was sent and turns it into the normalised model: instants in UTC, performances in order. Pointers start
 * after `base` (`/shows/3`). Values out of their schema are errors; so are dates that nobody plays at, identifiers given
 * twice and figures that cannot be true together.
 */
export function readShow(input: unknown, schema: z.ZodType<ShowInput>, base: string, now: Date): ReadShow {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, errors: toIssues(parsed.error, base) };
  const { id, name, performances } = parsed.data;
  const seen = new Set<string>();
  const errors: PushIssue[] = [];
  const warnings: PushIssue[] = [];
  for (const [index, performance] of performances.entries()) {
    const pointer = `${base}/performances/${index}`;
    if (seen.has(performance.id)) errors.push(toIssue(`${pointer}/id`, 'duplicate'));
    seen.add(performance.id);
    errors.push(...checkDates(performance, pointer, now));
    const { faults, doubts } = checkArithmetic(performance);
    errors.push(...faults.map((code) => ({ pointer, code, ...arithmeticFaultSentences[code] })));
    warnings.push(...doubts.map((code) => ({ pointer, code, ...arithmeticDoubtSentences[code] })));
  }
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, maxErrors) };
  return {
    ok: true,
    series: { id, name: name.trim(), performances: performances.map(toUtc).sort(compareByStart) },
    warnings: warnings.slice(0, maxErrors),
  };
}

/** What zod found, in our words: its own sentences repeat what was sent. */
export function toIssues(error: z.ZodError, base: string): PushIssue[] {
  return error.issues
    .flatMap((issue) => {
      const pointer = [base, ...issue.path.map((part) => escapePointer(String(part)))].join('/');
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => toIssue(`${pointer}/${escapePointer(key.slice(0, 100))}`, 'unknown-field'));
      }
      return [toIssue(pointer, toCode(issue))];
    })
    .slice(0, maxErrors);
}

export function toIssue(pointer: string, code: ValueIssueCode): PushIssue {
  const { detail, detailEn }: PushSentence = valueIssueSentences[code];
  return { pointer, code, detail, detailEn };
}

function toCode(issue: z.core.$ZodIssue): ValueIssueCode {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return 'out-of-bounds';
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'required' : 'wrong-type';
    default:
      return 'wrong-format';
  }
}

function checkDates({ startAt, endAt }: PerformanceInput, pointer: string, now: Date): PushIssue[] {
  const start = Date.parse(startAt);
  const isAbsurd = (moment: number) =>
    !(moment >= Date.UTC(pushLimits.firstYear, 0, 1) && moment <= addYears(now, pushLimits.yearsAhead).getTime());
  if (isAbsurd(start)) return [toIssue(`${pointer}/startAt`, 'out-of-bounds')];
  if (endAt === null) return [];
  const lasts = Date.parse(endAt) - start;
  return lasts >= 0 && lasts <= pushLimits.longestDays * dayMilliseconds
    ? []
    : [toIssue(`${pointer}/endAt`, 'ends-before-start')];
}

function toUtc(performance: PerformanceInput): RemoteSeries['performances'][number] {
  const { startAt, endAt } = performance;
  return {
    ...performance,
    startAt: new Date(startAt).toISOString(),
    endAt: endAt === null ? null : new Date(endAt).toISOString(),
  };
}

/** RFC 6901. */
function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
