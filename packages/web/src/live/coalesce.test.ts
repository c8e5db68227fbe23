import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesced } from './coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('many calls become few runs', () => {
  it('calls that come together are one run, within the delay', async () => {
    const run = vi.fn(() => Promise.resolve());
    const call = coalesced(run, 25);
    for (let count = 0; count < 20; count += 1) call();
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(25);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('a call during a run gives one more right after it, and never two at a time', async () => {
    let under = 0;
    let most = 0;
    const run = vi.fn(async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 100));
      under -= 1;
    });
    const call = coalesced(run, 25);
    call();
    await vi.advanceTimersByTimeAsync(50);
    call();
    call();
    await vi.advanceTimersByTimeAsync(80);
    expect(run).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(run).toHaveBeenCalledTimes(2);
    expect(most).toBe(1);
  });

  it('goes on after a run that fails', async () => {
    const run = vi.fn(() => Promise.reject(new Error('away')));
    const call = coalesced(run, 25);
    call();
    await vi.advanceTimersByTimeAsync(30);
    call();
    await vi.advanceTimersByTimeAsync(30);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
