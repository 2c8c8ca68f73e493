import type { Draft } from './draft';

/**
 * What is answered of a show and holds from one season to the next. Figures are not: tickets, revenue, expenses, prices. Nor what
 * a contract or the audience of one season decides (ASTP's questions), which is asked again.
 */
export const repeatedAnswers = {
  genre: true,
  audience: true,
  producer: true,
  venue: true,
  capacity: true,
  taxRateBp: true,
  artists: true,
  author: true,
  director: true,
} as const satisfies Partial<Record<keyof Draft['series'], true>>;

export type RepeatedAnswers = Pick<Draft['series'], keyof typeof repeatedAnswers>;
export const repeatedAnswerKeys = Object.keys(repeatedAnswers) as readonly (keyof RepeatedAnswers)[];

/** The answers of a show that another season takes over. */
export function pickRepeatedAnswers(series: RepeatedAnswers): RepeatedAnswers {
  return Object.fromEntries(repeatedAnswerKeys.map((key) => [key, series[key]])) as RepeatedAnswers;
}

/** Whether anything is answered: every show is for all audiences until somebody says otherwise. */
export function hasAnswers(series: RepeatedAnswers): boolean {
  return repeatedAnswerKeys.some((key) => series[key] !== (key === 'audience' ? 'ALL' : null));
}
