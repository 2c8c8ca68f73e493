import { type ExportedShow } from '@/exports/exported-show';
import { givenDraft, givenDraftPerformance } from './given-draft';

/** A show of June 2026 with distinct amounts each evening, accepted by SACEM and still to declare to SACD. */
export function givenExportedShow({
  name = 'La Nuit des gardiens',
  performances = 2,
  isBare = false,
  first = 0,
}: {
  readonly name?: string;
  readonly performances?: number;
  /** Nothing answered, no organism chosen. */
  readonly isBare?: boolean;
  /** Raises the amounts, so that several shows differ. */
  readonly first?: number;
} = {}): ExportedShow {
  const nothing = { total: null, approach: null, circus: null };
  return {
    draft: givenDraft({
      series: {
        name,
        ...(isBare && { genre: null, venue: null, capacity: null, producer: null, taxRateBp: null, expenses: nothing }),
      },
      performances: Array.from({ length: performances }, (_, index) => {
        const evening = givenDraftPerformance({ id: `rep-${index}` });
        const excludingTaxesCents = 100_000 + 7 * (first + index);
        return {
          ...evening,
          startAt: new Date(Date.UTC(2026, 5, 1, 18, 30) + index * 43_200_000).toISOString(),
          imported: { ...evening.imported, excludingTaxesCents, includingTaxesCents: excludingTaxesCents + 5500 },
        };
      }),
    }),
    source: 'Billetweb',
    declarations: isBare
      ? []
      : [
          {
            organism: 'SACEM',
            state: 'accepted',
            dueAt: new Date('2026-07-06T21:59:59.999Z'),
            submissions: 1,
            last: {
              createdAt: new Date('2026-07-01T08:00:00.000Z'),
              authorName: 'Nolwenn Cadiou',
              recipient: 'brest@delegation-sacem.test',
            },
          },
          {
            organism: 'SACD',
            state: 'draft',
            dueAt: new Date('2026-07-26T21:59:59.999Z'),
            submissions: 0,
            last: null,
          },
        ],
  };
}

/** Shows of one evening each, in one season. */
export function givenExportedSeason(count: number): readonly ExportedShow[] {
  return Array.from({ length: count }, (_, index) =>
    givenExportedShow({ name: `Spectacle ${index + 1}`, performances: 1, first: index }),
  );
}
