import { z } from 'zod';
import type { HelloassoApi } from './api';
import { readPages, startOfPages, type Position } from './pages';
import type { HelloassoItem, HelloassoPage } from './schema';
import { countItem, createFormTally, formTallySchema, isTicket, packTally, unpackTally, type FormTally } from './tally';
import { AppError } from '@/domain/errors';

/** The walk over all the tickets of an association: where it stands, and what was counted so far, by form. */
export type Walk = { position: Position; readonly forms: Map<string, FormTally> };

const checkpointSchema = z.object({
  version: z.literal(1),
  organization: z.string(),
  since: z.string(),
  position: z.object({
    token: z.string().nullable(),
    seen: z.number(),
    expected: z.number().nullable(),
    recentIds: z.array(z.string()),
    isComplete: z.boolean(),
  }),
  forms: z.array(z.tuple([z.string(), formTallySchema])),
});

type Target = { readonly organization: string; readonly since: Date };

/**
 * Counts every ticket of the association, all forms together, and gives a checkpoint after each page. A checkpoint whose
 * token HelloAsso no longer takes is given up for a walk from the start.
 */
export async function* countEverything(
  api: HelloassoApi,
  target: Target,
  checkpoint: string | null,
  walk: Walk,
): AsyncGenerator<{ readonly checkpoint: string; readonly tickets: number }> {
  const { position, forms } = readCheckpoint(checkpoint, target);
  const isResumed = position !== startOfPages;
  setWalk(walk, position, forms);
  try {
    for await (const step of stepThrough(api, target, walk)) yield step;
  } catch (error) {
    const isStale = error instanceof AppError && error.code === 'unexpected-answer';
    if (!isResumed || !isStale || walk.position !== position) throw error;
    setWalk(walk, startOfPages, []);
    for await (const step of stepThrough(api, target, walk)) yield step;
  }
}

async function* stepThrough(
  api: HelloassoApi,
  target: Target,
  walk: Walk,
): AsyncGenerator<{ readonly checkpoint: string; readonly tickets: number }> {
  const read = (token: string | null): Promise<HelloassoPage<HelloassoItem>> =>
    api.listItems(target.organization, token);
  for await (const { rows, position } of readPages(read, walk.position)) {
    for (const item of rows) {
      if (!isTicket(item)) continue;
      const tally = walk.forms.get(item.order.formSlug) ?? createFormTally();
      walk.forms.set(item.order.formSlug, tally);
      if (isChangedSince(item, target.since)) tally.isChanged = true;
      countItem(tally, item);
    }
    walk.position = position;
    yield { checkpoint: writeCheckpoint(walk, target), tickets: position.seen };
  }
}

/**
 * Forms with a ticket changed since then, the refund of an old order included: the walk goes from the last change back to
 * that instant. A page in order ends it with one older row; were the order not what was asked for, a page wholly older.
 */
export async function findChangedForms(
  api: HelloassoApi,
  { organization, since }: Target,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for await (const { rows } of readPages((token) => api.listChangedItems(organization, token))) {
    for (const item of rows) {
      if (isTicket(item) && isChangedSince(item, since)) changed.add(item.order.formSlug);
    }
    const times = rows.map((item) => toChangedAt(item) ?? Infinity);
    const isInOrder = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
    const isOlder = (time: number): boolean => time < since.getTime();
    if (isInOrder ? times.some(isOlder) : times.every(isOlder)) break;
  }
  return changed;
}

/** The valid tickets of one form, counted. */
export async function countForm(api: HelloassoApi, organization: string, form: string): Promise<FormTally> {
  const tally = createFormTally();
  for await (const { rows } of readPages((token) => api.listItemsOfForm(organization, form, token))) {
    for (const item of rows) if (isTicket(item)) countItem(tally, item);
  }
  return tally;
}

/** What does not say when it changed may have. */
function isChangedSince(item: HelloassoItem, since: Date): boolean {
  const changedAt = toChangedAt(item);
  return changedAt === null || changedAt >= since.getTime();
}

function toChangedAt({ order }: HelloassoItem): number | null {
  const time = Date.parse(order.meta?.updatedAt ?? '');
  return Number.isNaN(time) ? null : time;
}

function setWalk(walk: Walk, position: Position, forms: readonly (readonly [string, FormTally])[]): void {
  walk.position = position;
  walk.forms.clear();
  for (const [slug, tally] of forms) walk.forms.set(slug, tally);
}

function writeCheckpoint({ position, forms }: Walk, { organization, since }: Target): string {
  const packed = [...forms].map(([slug, tally]) => [slug, packTally(tally)]);
  return JSON.stringify({ version: 1, organization, since: since.toISOString(), position, forms: packed });
}

type Resumed = { readonly position: Position; readonly forms: readonly (readonly [string, FormTally])[] };

/** One of another association, of another period or of another version is not this walk's. */
function readCheckpoint(checkpoint: string | null, { organization, since }: Target): Resumed {
  const start = { position: startOfPages, forms: [] };
  const parsed = checkpointSchema.safeParse(parseJson(checkpoint));
  if (!parsed.success) return start;
  const { data } = parsed;
  if (data.organization !== organization || data.since !== since.toISOString()) return start;
  return { position: data.position, forms: data.forms.map(([slug, tally]) => [slug, unpackTally(tally)] as const) };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
