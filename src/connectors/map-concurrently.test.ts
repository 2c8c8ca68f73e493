import { describe, expect, it } from '@jest/globals';
import { mapConcurrently } from './map-concurrently';

const { signal } = new AbortController();

async function collect<Output>(outputs: AsyncIterable<Output>): Promise<Output[]> {
  const collected: Output[] = [];
  for await (const output of outputs) collected.push(output);
  return collected;
}

describe('Work done several at a time', () => {
  it('yields every output, never more than the limit under way', async () => {
    let running = 0;
    let most = 0;
    const outputs = await collect(
      mapConcurrently([1, 2, 3, 4, 5, 6, 7], 3, signal, async (item) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return item * 10;
      }),
    );
    expect(outputs.sort((a, b) => a - b)).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(most).toBe(3);
  });

  it('yields nothing from nothing', async () => {
    expect(await collect(mapConcurrently([], 3, signal, () => Promise.resolve(1)))).toEqual([]);
  });

  it('throws the first failure and tells the others to stop', async () => {
    const failure = new Error('broken answer');
    const told: boolean[] = [];
    const run = collect(
      mapConcurrently(['bad', 'slow'], 2, signal, (item, workSignal) => {
        if (item === 'bad') return Promise.reject(failure);
        return new Promise((_resolve, reject) => {
          workSignal.addEventListener('abort', () => {
            told.push(true);
            reject(workSignal.reason);
          });
        });
      }),
    );
    await expect(run).rejects.toBe(failure);
    expect(told).toEqual([true]);
  });

  it('tells what is under way to stop when nobody wants the rest', async () => {
    const told: string[] = [];
    const outputs = mapConcurrently(['quick', 'slow'], 2, signal, (item, workSignal) => {
      if (item === 'quick') return Promise.resolve(item);
      return new Promise<string>((resolve) => {
        workSignal.addEventListener('abort', () => {
          told.push(item);
          resolve(item);
        });
      });
    });
    for await (const output of outputs) {
      expect(output).toBe('quick');
      break;
    }
    expect(told).toEqual(['slow']);
  });

  it('stops with the reason of the abort, and starts nothing more', async () => {
    const reason = new Error('shutdown');
    const stopper = new AbortController();
    const started: number[] = [];
    const run = collect(
      mapConcurrently([1, 2, 3], 1, stopper.signal, (item) => {
        started.push(item);
        stopper.abort(reason);
        return Promise.resolve(item);
      }),
    );
    await expect(run).rejects.toBe(reason);
    expect(started).toEqual([1]);
  });
});
