import { type Deadline, toParisDay, toParisInstant } from './calendar';

/** A calendar quarter in Paris time: what SIBIL is declared by. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

/** The Paris quarter that holds an instant. */
export function toQuarter(instant: Date): Quarter {
  const day = toParisDay(instant);
  return { year: Number(day.slice(0, 4)), quarter: quarterOfMonth(Number(day.slice(5, 7))) };
}

function quarterOfMonth(month: number): Quarter['quarter'] {
  if (month <= 3) return 1;
  if (month <= 6) return 2;
  return month <= 9 ? 3 : 4;
}

/** The quarter that follows. */
export function nextQuarter({ year, quarter }: Quarter): Quarter {
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: (quarter + 1) as Quarter['quarter'] };
}

/** First instant of a quarter (UTC): midnight in Paris of its first day. */
export function startOfQuarter({ year, quarter }: Quarter): Date {
  return atParis(year, quarter * 3 - 2, 1);
}

/** Whether an instant is in a quarter, in Paris time. */
export function isInQuarter(instant: Date, quarter: Quarter): boolean {
  return instant >= startOfQuarter(quarter) && instant < startOfQuarter(nextQuarter(quarter));
}

/**
 * When SIBIL wants a quarter: before the 10th day of the first month of the next one (decree 2017-926), that is at the latest
 * the last millisecond of its 9th day in Paris.
 */
export function quarterDeadline(quarter: Quarter): Deadline {
  const { year, quarter: next } = nextQuarter(quarter);
  return { dueAt: new Date(atParis(year, next * 3 - 2, 10).getTime() - 1), rule: 'sibil-tenth-day' };
}

/** `2026-T2`: a quarter in addresses and file names. */
export function toQuarterKey({ year, quarter }: Quarter): string {
  return `${String(year).padStart(4, '0')}-T${quarter}`;
}

/** The quarter of `2026-T2`; null for anything else. */
export function parseQuarterKey(key: string): Quarter | null {
  const match = /^(\d{4})-T([1-4])$/.exec(key);
  return match && { year: Number(match[1]), quarter: Number(match[2]) as Quarter['quarter'] };
}

/** Midnight of a Paris day; clocks change at 2 or 3 in the morning, so it always exists. */
function atParis(year: number, month: number, day: number): Date {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const instant = toParisInstant(text, '00:00');
  if (!instant) throw new RangeError(`no midnight on ${text}`);
  return instant;
}
