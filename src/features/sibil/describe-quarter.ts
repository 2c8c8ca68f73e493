import { canCorrect } from '@/domain/declaration/status';
import type { QuarterView } from '@/server/sibil/quarter.schema';

/**
 * What is left to do for a quarter: wait for its end, complete it, upload it, upload it again because the figures moved since,
 * or nothing.
 */
export type QuarterStep = 'wait' | 'complete' | 'upload' | 'upload-again' | 'done';

export function toQuarterStep({ isOver, state, file, submission }: QuarterView): QuarterStep {
  if (canCorrect(state)) {
    const isSame = file === null || submission?.document?.sha256 === file.sha256;
    return isSame ? 'done' : 'upload-again';
  }
  if (!isOver) return 'wait';
  return file === null ? 'complete' : 'upload';
}

/** Places without a kind, and shows with something missing. */
export function countMissing({ venues, shows }: QuarterView): { readonly venues: number; readonly shows: number } {
  return {
    venues: venues.filter(({ kind }) => kind === null).length,
    shows: shows.filter(({ missing }) => missing.length > 0).length,
  };
}
