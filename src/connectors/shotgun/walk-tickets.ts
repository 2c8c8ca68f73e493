import type { ConnectorEvent } from '../connector';
import type { ShotgunApi, TicketPage, TicketQuery } from './api';
import { readEventAgain } from './read-event-again';
import type { ShotgunTicket } from './schema';
import { takeFreshTickets } from './take-fresh-tickets';
import { addTicket, openEventAccount } from './transform';
import { startChain, type Chain, type Walk, type WalkedEvent } from './walk-state';

type CheckpointEvent = Extract<ConnectorEvent, { readonly type: 'checkpoint' }>;

/** What the caller of a synchronisation accepts. */
const maxCheckpointLength = 3_900_000;
/** One page more is read between two checkpoints for each of these, so that the last one written costs little beside the pages. */
const charactersPerPage = 20_000;
/** How far our clock may be ahead of Shotgun's without a ticket being counted twice by a walk that was stopped. */
const clockMarginMilliseconds = 60_000;

/**
 * Counts all tickets of the events that changed since the boundary, with the fewest requests that stay exact. Shotgun lists tickets by
 * update, 100 a page, for the account or for one event, and says nothing of how many there are. A changed event may have tickets
 * older than the boundary, which the list of changes does not show. So:
 *
 * 1. `first-page` (first synchronisation only): the oldest 100 tickets of the account. When they reach the boundary, the walk just
 *    goes on to the end: the whole account is read once, and nothing is missing (most accounts are younger than 13 months).
 * 2. `recent`: everything updated after the boundary, for the account. Nothing there: nothing changed, one request.
 * 3. What is older, in the cheapest way: `older`, going on from the first page up to the boundary, as long as that is likely shorter than
 *    asking each changed event (from the pace of the sales, and never longer than that); else `gaps`, each changed event from there up to
 *    the boundary, usually one page.
 * 4. `tail`: what was updated while 3 was read. A ticket leaves the older ones by being updated, so nothing can fall in between.
 * 5. `again`: an event, by itself, from the beginning. For the events of which a ticket was met twice (it was updated during the walk, and
 *    only one of its two states is true); and instead of 3 and 4 when all changes fit in one page, as in most nights: reading the few
 *    changed events costs no more pages, and no tail.
 *
 * Only tallies are kept, and the number and update of each ticket met by this process. After a stop the latter is lost: tickets updated
 * since the walk began then have their event read again.
 */
export async function* walkTickets(
  api: ShotgunApi,
  walk: Walk,
  skipEventIds: ReadonlySet<string>,
): AsyncGenerator<CheckpointEvent> {
  const isResumed = walk.tickets > 0;
  const seen = new Map<number, number>(listCountedRows(walk));
  let pagesSince = 0;
  let length = 0;

  const isWanted = (id: string, event: WalkedEvent): boolean => event.isChanged && !skipEventIds.has(id);
  const findEvent = (matches: (event: WalkedEvent) => boolean): string | null =>
    Object.entries(walk.events).find(([id, event]) => isWanted(id, event) && matches(event))?.[0] ?? null;

  /** Rows already met are left out; those of an event met in two states have it read again. */
  function count(tickets: readonly ShotgunTicket[]): void {
    for (const ticket of tickets) {
      const { ticket_id: id, ticket_updated_at: updatedAt, event_id: eventId } = ticket;
      const known = seen.get(id);
      if (known === updatedAt) continue;
      seen.set(id, updatedAt);
      const event = (walk.events[eventId] ??= openEvent());
      if (updatedAt > walk.boundary) event.isChanged = true;
      if (known !== undefined || (isResumed && updatedAt >= walk.startedAt - clockMarginMilliseconds)) {
        event.mustReadAgain = true;
      }
      addTicket(event, ticket);
      walk.tickets += 1;
    }
  }

  async function readPage(query: TicketQuery): Promise<TicketPage> {
    const page = await api.listTickets(query);
    pagesSince += 1;
    return { ...page, tickets: takeFreshTickets(walk.chain, page.tickets) };
  }

  function goTo(step: Walk['step'], cursor: string | null = null): void {
    Object.assign(walk, { step, cursor, chain: startChain() });
  }

  /** Where the list under way is, `cursor` leading on. */
  function toPlace(cursor: string): NonNullable<Walk['recentEnd']> {
    return { cursor, updatedAt: walk.chain.updatedAt ?? walk.boundary, rows: walk.chain.rows };
  }

  function goAfterRecent(): void {
    for (const [id, event] of Object.entries(walk.events)) if (!event.isChanged) delete walk.events[id];
    if (walk.isWhole || findEvent(() => true) === null) return goTo('again');
    if (isHistoryShort()) return goTo('older', walk.olderEnd?.cursor);
    if (walk.recentPages > 1) return goTo('gaps');
    for (const event of Object.values(walk.events)) event.mustReadAgain = true;
    goTo('again');
  }

  /** Pages left up to the boundary, at the quicker of the two paces known, against one request at least for each changed event. */
  function isHistoryShort(): boolean {
    const { olderEnd, oldestAt, recentEnd, boundary, recentPages, olderPages } = walk;
    if (olderEnd === null || oldestAt === null || recentEnd === null) return false;
    const changed = Object.entries(walk.events).filter(([id, event]) => isWanted(id, event)).length;
    const recentPace = recentPages / (recentEnd.updatedAt - boundary);
    const olderPace = (olderPages + 1) / Math.max(1, olderEnd.updatedAt - oldestAt);
    const pagesLeft = Math.max(recentPace, olderPace) * (boundary - olderEnd.updatedAt);
    return olderPages < changed && pagesLeft <= changed;
  }

  async function readFirstPage(): Promise<void> {
    const { tickets, next } = await readPage({});
    count(tickets);
    const reachesBoundary = tickets.some((ticket) => ticket.ticket_updated_at > walk.boundary);
    if (next === null || reachesBoundary) {
      walk.isWhole = true;
      walk.recentPages = 1;
      if (next === null) goAfterRecent();
      else Object.assign(walk, { step: 'recent', cursor: next });
      return;
    }
    walk.oldestAt = tickets[0]?.ticket_updated_at ?? null;
    walk.olderEnd = toPlace(next);
    goTo('recent');
  }

  async function readRecent(): Promise<void> {
    const { tickets, next } = await readPage({ after: walk.cursor ?? new Date(walk.boundary).toISOString() });
    walk.recentPages += 1;
    count(walk.isWhole ? tickets : tickets.filter((ticket) => ticket.ticket_updated_at > walk.boundary));
    const last = tickets.at(-1);
    if (last) walk.recentEnd = toPlace(`${new Date(last.ticket_updated_at).toISOString()}_${last.ticket_id}`);
    if (next === null) goAfterRecent();
    else walk.cursor = next;
  }

  /** Counts what is older, of the events that changed; true at the boundary, where the recent tickets begin. */
  function countOlder({ tickets, next }: TicketPage): boolean {
    const older = tickets.filter((ticket) => ticket.ticket_updated_at <= walk.boundary);
    count(older.filter((ticket) => walk.events[ticket.event_id]));
    return next === null || older.length < tickets.length;
  }

  async function readOlder(): Promise<void> {
    const page = await readPage({ after: walk.cursor ?? undefined });
    walk.olderPages += 1;
    const isOver = countOlder(page);
    if (isOver || page.next === null) return goTo('tail', walk.recentEnd?.cursor);
    walk.olderEnd = toPlace(page.next);
    walk.cursor = page.next;
    if (!isHistoryShort()) goTo('gaps');
  }

  async function readGap(): Promise<void> {
    const eventId = walk.gapEventId ?? findEvent((event) => !event.isOlderRead && !event.mustReadAgain);
    if (eventId === null) return goTo('tail', walk.recentEnd?.cursor);
    const page = await readPage({ eventId, after: walk.cursor ?? walk.olderEnd?.cursor });
    const event = walk.events[eventId];
    if (countOlder(page)) {
      if (event) event.isOlderRead = true;
      walk.gapEventId = null;
      goTo('gaps');
    } else Object.assign(walk, { gapEventId: eventId, cursor: page.next });
  }

  /** An event that was not among the changed ones is left to the next synchronisation, which begins where this one began. */
  async function readTail(): Promise<void> {
    const { tickets, next } = await readPage({ after: walk.cursor ?? undefined });
    count(tickets.filter((ticket) => walk.events[ticket.event_id]));
    if (next === null) goTo('again');
    else walk.cursor = next;
  }

  async function readAgain(): Promise<void> {
    const eventId = findEvent((event) => event.mustReadAgain);
    if (eventId === null) return goTo('done');
    const { account, tickets, pages } = await readEventAgain(api, eventId);
    walk.events[eventId] = { ...account, isChanged: true, isOlderRead: true, mustReadAgain: false };
    walk.tickets += tickets;
    pagesSince += pages;
  }

  const steps = {
    'first-page': readFirstPage,
    recent: readRecent,
    older: readOlder,
    gaps: readGap,
    tail: readTail,
    again: readAgain,
  };
  while (walk.step !== 'done') {
    await steps[walk.step]();
    if (walk.tickets === 0 || pagesSince < 1 + length / charactersPerPage) continue;
    const checkpoint = JSON.stringify(walk);
    ({ length } = checkpoint);
    pagesSince = 0;
    if (length <= maxCheckpointLength) yield { type: 'checkpoint', checkpoint, tickets: walk.tickets };
  }
}

/**
 * What a walk that goes on knows to be counted already, should a page begin with it: rows of the last pages, without those that were
 * only passed by (older ones among the recent, recent ones among the older).
 */
function listCountedRows({ step, boundary, isWhole, olderEnd, recentEnd, chain }: Walk): Chain['rows'] {
  const isAmongRecent = step === 'recent' || step === 'tail';
  return [
    ...(olderEnd?.rows ?? []),
    ...(recentEnd?.rows ?? []).filter(([, updatedAt]) => isWhole || updatedAt > boundary),
    ...chain.rows.filter(([, updatedAt]) => isWhole || updatedAt > boundary === isAmongRecent),
  ];
}

function openEvent(): WalkedEvent {
  return { ...openEventAccount(), isChanged: false, isOlderRead: false, mustReadAgain: false };
}
