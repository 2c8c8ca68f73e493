import { describe, expect, it } from '@jest/globals';
import { boundaries } from '@/server/faults';
import { type Batch } from './plan';
import { runCrashTests } from './run-crash-tests';

/** Four sendings for each boundary, which all meet: the thousand are `npm run crash`. */
const batch: Batch = {
  boundary: null,
  situation: 'two workers',
  organisms: boundaries.flatMap(() => ['SACEM', 'SACD', 'SACEM', 'SACD'] as const),
  deaths: boundaries.map((boundary, index) => ({ boundary, passage: 1 + (index % 3) })),
};

describe('processes that kill themselves at every boundary of a transmission', () => {
  it('leave nothing received twice and nothing lost, and all is received once when people have settled the rest', async () => {
    const { batches, settled } = await runCrashTests([batch], 1);
    const [result] = batches;
    expect([...(result?.deaths ?? [])].sort()).toEqual([...boundaries].sort());
    expect(result?.sendings.map(({ verdict }) => verdict)).toEqual(
      batch.organisms.map(() => expect.stringMatching(/^(once|unknown)$/)),
    );
    expect(settled.map(({ received, verdict }) => ({ received, verdict }))).toEqual(
      batch.organisms.map(() => ({ received: 1, verdict: 'once' })),
    );
  }, 300_000);
});
