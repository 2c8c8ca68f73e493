import { formatDay } from '@/i18n/format';

/** The decree says «before the 10th», and a deadline is the last millisecond that is still in time: the day that follows it. */
export function formatLimit(dueAt: string): string {
  return formatDay(new Date(Date.parse(dueAt) + 1));
}
