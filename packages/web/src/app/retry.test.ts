import { describe, expect, it, vi } from 'vitest';
import { persistently } from './retry.ts';

const passing = new Error('away');
const final = new Error('refused');
const how = (waits: number[], onWaiting = vi.fn()) => ({
  isPassing: (error: unknown) => error === passing,
  onWaiting,
  wait: (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  },
});

describe('trying until it goes', () => {
  it('waits longer each time, up to five seconds, and gives the answer', async () => {
    const waits: number[] = [];
    let tries = 0;
    const work = () => {
      tries += 1;
      return tries < 8 ? Promise.reject(passing) : Promise.resolve('taken');
    };
    await expect(persistently(work, how(waits))).resolves.toBe('taken');
    expect(waits).toEqual([250, 500, 1_000, 2_000, 5_000, 5_000, 5_000]);
  });

  it('gives up at once on a refusal, and has not been waiting', async () => {
    const onWaiting = vi.fn();
    await expect(persistently(() => Promise.reject(final), how([], onWaiting))).rejects.toBe(final);
    expect(onWaiting).not.toHaveBeenCalled();
  });

  it('tells a refusal that comes after the connection is back', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(tries === 1 ? passing : final);
    };
    await expect(persistently(work, how([]))).rejects.toBe(final);
  });
});
