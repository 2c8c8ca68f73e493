import { describe, expect, it } from '@jest/globals';
import { persist } from './persist';

function failingTimes(times: number) {
  let calls = 0;
  return {
    calls: () => calls,
    async write() {
      calls += 1;
      if (calls <= times) throw new Error(`failure ${calls}`);
      return 'written';
    },
  };
}

describe('persist', () => {
  const { signal } = new AbortController();

  it('writes again while it fails', async () => {
    const write = failingTimes(2);
    expect(await persist(write.write, signal, [0, 0])).toBe('written');
    expect(write.calls()).toBe(3);
  });

  it('gives up with the last failure', async () => {
    const write = failingTimes(9);
    await expect(persist(write.write, signal, [0, 0])).rejects.toThrow('failure 3');
  });

  it('gives up at once when the worker is asked to stop', async () => {
    const write = failingTimes(9);
    await expect(persist(write.write, AbortSignal.abort(), [0, 0])).rejects.toThrow('failure 1');
  });
});
