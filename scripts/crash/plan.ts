import { boundaries, type Boundary } from '@/server/faults';

export const situations = ['one worker', 'two workers', 'trouble outside'] as const;
export type Situation = (typeof situations)[number];

/** One death of a process: at its n-th passage (from 1) through a boundary. */
export type Death = { readonly boundary: Boundary; readonly passage: number };

/** Sendings that live through the same deaths. */
export type Batch = {
  /** The boundary that this batch is about; null when it meets all of them. */
  readonly boundary: Boundary | null;
  readonly situation: Situation;
  /** Organism of each sending: its length is the number of runs. */
  readonly organisms: readonly ('SACEM' | 'SACD')[];
  readonly deaths: readonly Death[];
};

const batchSize = 25;
const deathsPerBatch = 5;
/** A worker does four submissions at once, each of two steps: deaths fall among the first ones, which leaves work to the next. */
const lastPassage = 6;

/** Of the boundaries, those that a person's request meets; the others are a worker's. */
export function isOfRequest(boundary: Boundary): boolean {
  return boundary.startsWith('transmit.');
}

/**
 * `runs` sendings in batches: every boundary × situation in turn, half SACEM and half SACD, deaths drawn from the seed. The
 * batches of a request's boundary also lose one worker, somewhere.
 */
export function planBatches(runs: number, random: () => number): Batch[] {
  const integer = (max: number) => 1 + Math.floor(random() * max);
  const kinds = situations.flatMap((situation) => boundaries.map((boundary) => ({ situation, boundary })));
  return Array.from({ length: Math.ceil(runs / batchSize) }, (_, index) => {
    const kind = kinds[index % kinds.length];
    if (!kind) throw new Error('there are kinds');
    const { boundary, situation } = kind;
    const size = Math.min(batchSize, runs - index * batchSize);
    const deaths = Array.from({ length: deathsPerBatch }, () => ({ boundary, passage: integer(lastPassage) }));
    const elsewhere = {
      boundary: boundaries.filter((name) => !isOfRequest(name))[integer(4) - 1] ?? boundary,
      passage: 2,
    };
    return {
      boundary,
      situation,
      organisms: Array.from({ length: size }, () => (random() < 0.5 ? 'SACEM' : 'SACD')),
      deaths: isOfRequest(boundary) ? [...deaths, elsewhere] : deaths,
    };
  });
}

/** The mulberry32 generator: from 0 to 1, the same for the same seed on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
