import 'server-only';
import { type Deadline, sacdDeadline, sacemDeadlines, taxDeadline } from '@/domain/calendar';
import { type Organism } from '@/domain/organism';
import { deadlineSources } from '@/i18n/labels';

export type SourcedDeadline = { readonly dueAt: Date; readonly source: string };

/** When this organism wants the declaration of a show that ended then, and where that rule comes from, in French. */
export function findDeadline(organism: Organism, lastPerformanceAt: Date): SourcedDeadline | null {
  const deadline = computeDeadline(organism, lastPerformanceAt);
  return deadline && { dueAt: deadline.dueAt, source: deadlineSources[deadline.rule] };
}

/** The nearest deadline that a show without any organism chosen could have. */
export function findNearestDeadline(lastPerformanceAt: Date): SourcedDeadline {
  const [sacem] = sacemDeadlines(lastPerformanceAt);
  const sacd = sacdDeadline(lastPerformanceAt);
  const nearest = sacem.dueAt <= sacd.dueAt ? sacem : sacd;
  return { dueAt: nearest.dueAt, source: deadlineSources[nearest.rule] };
}

/** Null for what is not declared show by show. */
function computeDeadline(organism: Organism, lastPerformanceAt: Date): Deadline | null {
  if (organism === 'SACEM') return sacemDeadlines(lastPerformanceAt)[0];
  if (organism === 'SACD') return sacdDeadline(lastPerformanceAt);
  if (organism === 'CNM' || organism === 'ASTP') return taxDeadline(organism, lastPerformanceAt);
  return null;
}
