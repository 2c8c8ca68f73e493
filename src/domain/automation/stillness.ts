import { parisDaysBetween, toParisDay } from '../calendar';

/** What tells whether the figures of a show still move. */
export type Stillness = {
  /** End of the last performance; null when the show has none. */
  readonly lastEndAt: Date | null;
  /** When tickets or revenue last changed, whoever changed them. */
  readonly figuresChangedAt: Date;
  /**
   * Starts of the successful synchronisations of its ticketing, in any order; null where nothing is read by itself (typed, imported
   * from a file, pushed, disconnected).
   */
  readonly readings: readonly Date[] | null;
};

const stillNights = 2;

/**
 * Whether a show is over and its figures have not moved for two nights (Paris time). Silence of a ticketing that nobody read proves
 * nothing: it must have been read after each of two nights, and once since the end of the show.
 */
export function isStill({ lastEndAt, figuresChangedAt, readings }: Stillness, now: Date): boolean {
  if (lastEndAt === null || lastEndAt.getTime() >= now.getTime()) return false;
  if (parisDaysBetween(figuresChangedAt, now) < stillNights) return false;
  if (readings === null) return true;
  const since = readings.filter((at) => parisDaysBetween(figuresChangedAt, at) >= 1 && at.getTime() <= now.getTime());
  return new Set(since.map(toParisDay)).size >= stillNights && since.some((at) => at.getTime() > lastEndAt.getTime());
}
