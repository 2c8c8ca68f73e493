import 'server-only';
import { type Deadline, sacdDeadline, sacemDeadlines, taxDeadline } from '@/domain/calendar';
import { type Organism } from '@/domain/organism';
import { deadlineSources } from '@/i18n/labels';

export type SourcedDeadline = { readonly dueAt: Date; readonly source: string };

/**
 * When this organism wants the declaration of a show whose last performance started then, and where that rule comes from, in French.
 * The start, not the end: a performance that ends after midnight is of the evening before.
 */
export function findDeadline(organism: Organism, lastStartAt: Date): SourcedDeadline | null {
  const deadline = computeDeadline(organism, lastStartAt);
  return deadline && { dueAt: deadline.dueAt, source: deadlineSources[deadline.rule] };
}

/** The nearest deadline that a show without any organism chosen could have. */
export function findNearestDeadline(lastStartAt: Date): SourcedDeadline {
  const [sacem] = sacemDeadlines(lastStartAt);
  const sacd = sacdDeadline(lastStartAt);
  const nearest = sacem.dueAt <= sacd.dueAt ? sacem : sacd;
  return { dueAt: nearest.dueAt, source: deadlineSources[nearest.rule] };
}

/** Null for what is not declared show by show. */
function computeDeadline(organism: Organism, lastStartAt: Date): Deadline | null {
  if (organism === 'SACEM') return sacemDeadlines(lastStartAt)[0];
  if (organism === 'SACD') return sacdDeadline(lastStartAt);
  if (organism === 'CNM' || organism === 'ASTP') return taxDeadline(organism, lastStartAt);
  return null;
}
