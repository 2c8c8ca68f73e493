import { eventsPerPage, type EventList, type ShotgunApi } from './api';
import type { ShotgunEvent } from './schema';
import { AppError } from '@/domain/errors';

/**
 * The events of these numbers, for their names: tickets do not tell them. Two lists, to come and over, each with its own pages from 0; it ends
 * as soon as everything is found. A page that is not full ends its list; when an event is still missing then, each list is asked once more
 * further on, because a server may give fewer rows than asked, and nobody's show is called deleted for that.
 */
export async function findEvents(
  api: ShotgunApi,
  ids: ReadonlySet<string>,
  firstList: EventList,
): Promise<ReadonlyMap<string, ShotgunEvent>> {
  const found = new Map<string, ShotgunEvent>();
  const names: readonly EventList[] = firstList === 'upcoming' ? ['upcoming', 'past'] : ['past', 'upcoming'];
  const lists = names.map((name) => ({ name, page: 0, lastRows: eventsPerPage, known: new Set<string>() }));

  for (const isThorough of [false, true]) {
    for (const list of lists) {
      while (found.size < ids.size && list.lastRows >= (isThorough ? 1 : eventsPerPage)) {
        const events = await api.listEvents(list.name, list.page);
        const before = list.known.size;
        for (const event of events) {
          list.known.add(event.id);
          if (ids.has(event.id)) found.set(event.id, event);
        }
        if (events.length > 0 && list.known.size === before)
          throw new AppError('unexpected-answer', '/events: the pages repeat');
        list.lastRows = events.length;
        list.page += 1;
      }
    }
  }
  return found;
}
