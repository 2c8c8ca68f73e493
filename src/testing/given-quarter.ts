import type { QuarterRow, QuarterView } from '@/server/sibil/quarter.schema';

const dueSource =
  'Avant le 10 du mois qui suit le trimestre, selon le décret n°\u00a02017-926 sur SIBIL (confirmé par une source officielle)';

/** A quarter that is over and that nobody declared yet. */
export function givenQuarterRow(values: Partial<QuarterRow> = {}): QuarterRow {
  return {
    period: '2026-T2',
    performances: 12,
    state: 'draft',
    dueAt: '2026-07-09T21:59:59.999Z',
    dueSource,
    isOver: true,
    ...values,
  };
}

/** Two shows of two evenings, of which one place has no kind and one show no genre. */
export function givenQuarterView(values: Partial<QuarterView> = {}): QuarterView {
  const evening = (id: string, day: number): QuarterView['shows'][number]['performances'][number] => ({
    id,
    startAt: `2026-06-${String(day).padStart(2, '0')}T18:30:00.000Z`,
    venueName: 'Salle du Stiff',
    capacity: 180,
    paidTickets: 120,
    freeTickets: 8,
    includingTaxesCents: 180_000,
  });
  return {
    period: '2026-T2',
    state: 'draft',
    dueAt: '2026-07-09T21:59:59.999Z',
    dueSource,
    isOver: true,
    shows: [
      {
        seriesId: '0198f000-0000-7000-8000-0000000000d1',
        name: 'La Nuit des gardiens',
        missing: [],
        performances: [evening('rep-1', 5), evening('rep-2', 6)],
      },
      {
        seriesId: '0198f000-0000-7000-8000-0000000000d2',
        name: 'Le Bal des goélands',
        missing: [
          { field: 'series.genre', code: 'required' },
          { field: 'performances.tickets', code: 'more-tickets-than-capacity', performanceId: 'rep-4' },
        ],
        performances: [evening('rep-3', 12), { ...evening('rep-4', 13), capacity: null }],
      },
    ],
    venues: [
      { id: '0198f000-0000-7000-8000-0000000000e1', name: 'Chapelle de Lampaul', city: 'Ouessant', kind: null },
      { id: '0198f000-0000-7000-8000-0000000000e2', name: 'Salle du Stiff', city: 'Ouessant', kind: 'THEATRE' },
    ],
    totals: { performances: 4, paidTickets: 480, freeTickets: 32, includingTaxesCents: 720_000 },
    file: null,
    submission: null,
    ...values,
  };
}
