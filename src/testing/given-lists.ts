import type { SeriesPage, SeriesRow } from '@/server/series/list-series.schema';
import type { Todo, TodoItem } from '@/server/series/list-todo.schema';
import type { ChangeView } from '@/server/ticketing/list-changes.schema';
import type { RunRow, RunsPage } from '@/server/ticketing/list-runs.schema';
import type { ConnectionView, RunView } from '@/server/ticketing/list-connections.schema';

/** A title longer than any line. */
export const longTitle =
  'La Très Véridique et Lamentable Histoire du Capitaine Anastase-Hippolyte de Trémazan-Kersauson, gardien de phare';

/** A synchronisation half way through forty shows. */
export function givenRun(values: Partial<RunView> = {}): RunView {
  return {
    id: '0198f000-0000-7000-8000-000000000001',
    state: 'running',
    trigger: 'night',
    startedAt: '2026-07-01T03:00:00.000Z',
    finishedAt: null,
    seriesTotal: 40,
    seriesDone: 12,
    performancesDone: 48,
    ticketsDone: 5214,
    ticketsRead: 0,
    newSeries: 0,
    newPerformances: 0,
    changedFigures: 0,
    gonePerformances: 0,
    warnings: [],
    errorCode: null,
    ...values,
  };
}

/** A Billetweb account that works. */
export function givenConnection(values: Partial<ConnectionView> = {}): ConnectionView {
  return {
    id: '0198f000-0000-7000-8000-000000000002',
    system: 'billetweb',
    label: 'Théâtre du Phare',
    credentialHint: '4f2a',
    state: 'healthy',
    lastSuccessAt: '2026-07-01T03:02:00.000Z',
    lastErrorAt: null,
    lastErrorCode: null,
    nextRunAt: '2026-07-02T03:00:00.000Z',
    seriesCount: 40,
    run: givenRun({ state: 'succeeded', finishedAt: '2026-07-01T03:02:00.000Z', seriesDone: 40, newSeries: 2 }),
    ...values,
  };
}

/** A night that brought one new date and one changed figure. */
export function givenRunRow(values: Partial<RunRow> = {}): RunRow {
  return {
    ...givenRun({
      state: 'succeeded',
      finishedAt: '2026-07-01T03:00:42.000Z',
      seriesTotal: 2,
      seriesDone: 2,
      newPerformances: 1,
      changedFigures: 1,
    }),
    createdAt: '2026-07-01T03:00:00.000Z',
    changes: 2,
    ...values,
  };
}

/** The history of a Billetweb account, of one page. */
export function givenRunsPage(rows: RunRow[], values: Partial<RunsPage> = {}): RunsPage {
  const { id, system, label } = givenConnection();
  return { connection: { id, system, label }, rows, total: rows.length, page: 1, pageCount: 1, ...values };
}

/** One new date of «Les Fourberies de Scapin». */
export function givenChange(values: Partial<ChangeView> = {}): ChangeView {
  return {
    id: '1',
    seriesId: '0198f000-0000-7000-8000-000000000003',
    seriesName: 'Les Fourberies de Scapin',
    kind: 'new-performance',
    startAt: '2026-06-26T18:30:00.000Z',
    startAtBefore: null,
    performances: null,
    before: null,
    after: null,
    ...values,
  };
}

/** A show of three evenings, accepted by SACD and still to declare to SACEM. */
export function givenSeriesRow(values: Partial<SeriesRow> = {}): SeriesRow {
  return {
    id: '0198f000-0000-7000-8000-000000000003',
    name: 'Les Fourberies de Scapin',
    startAt: '2026-06-24T18:30:00.000Z',
    endAt: '2026-06-26T20:00:00.000Z',
    performances: 3,
    gonePerformances: 0,
    tickets: 384,
    includingTaxesCents: 540_000,
    declarations: [
      { organism: 'SACEM', state: 'draft', dueAt: '2026-07-06T21:59:59.999Z', changed: false },
      { organism: 'SACD', state: 'accepted', dueAt: '2026-07-26T21:59:59.999Z', changed: false },
    ],
    ...values,
  };
}

/** One page that holds these rows and nothing else. */
export function givenSeriesPage(rows: SeriesRow[], values: Partial<SeriesPage> = {}): SeriesPage {
  const { length } = rows;
  return {
    rows,
    total: length,
    page: 1,
    pageCount: 1,
    counts: { all: length, 'to-declare': length, upcoming: 0, attention: 0, declared: 0 },
    ...values,
  };
}

/** A declaration to SACD with two things missing. */
export function givenTodoItem(values: Partial<TodoItem> = {}): TodoItem {
  return {
    seriesId: '0198f000-0000-7000-8000-000000000003',
    seriesName: 'Les Fourberies de Scapin',
    lastPerformanceAt: '2026-06-26T18:30:00.000Z',
    organism: 'SACD',
    state: 'draft',
    submissionId: null,
    dueAt: '2026-07-26T21:59:59.999Z',
    dueSource: 'Trente jours après la dernière représentation, selon le bordereau de la SACD',
    missing: [
      { field: 'series.capacity', code: 'required' },
      { field: 'series.producer', code: 'required' },
    ],
    ...values,
  };
}

export function givenTodo(values: Partial<Todo> = {}): Todo {
  const empty = { quarters: [], items: [], more: 0 };
  return { received: { items: [], more: 0 }, late: empty, thisWeek: empty, later: empty, next: null, ...values };
}
