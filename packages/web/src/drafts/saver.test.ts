import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saver } from './saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store that takes 10 ms for each save. */
function slowStore() {
  const saved: string[] = [];
  const save = async (value: string) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    saved.push(value);
  };
  return { saved, save };
}

describe('saving what one writes', () => {
  it('begins at once, and passes over what was written over meanwhile', async () => {
    const { saved, save } = slowStore();
    const saving = saver(save, 150);
    for (const text of ['v', 'va', 'vak', 'vakt']) saving.put(text);
    await vi.advanceTimersByTimeAsync(10);
    expect(saved).toEqual(['v']);
    await vi.advanceTimersByTimeAsync(160);
    expect(saved).toEqual(['v', 'vakt']);
  });

  it('does not wait when the page is left', async () => {
    const { saved, save } = slowStore();
    const saving = saver(save, 150);
    saving.put('v');
    await vi.advanceTimersByTimeAsync(11);
    saving.put('va');
    saving.flush();
    await vi.advanceTimersByTimeAsync(10);
    expect(saved).toEqual(['v', 'va']);
  });

  it('saves in the order given: what is thrown away does not come back', async () => {
    const { saved, save } = slowStore();
    const saving = saver(save, 150);
    saving.put('text');
    saving.put('gone');
    saving.flush();
    await vi.advanceTimersByTimeAsync(500);
    expect(saved.at(-1)).toBe('gone');
  });

  it('goes on after a save that failed', async () => {
    const saved: string[] = [];
    const saving = saver(async (value: string) => {
      if (value === 'bad') throw new Error('full');
      saved.push(value);
    }, 150);
    saving.put('bad');
    await vi.advanceTimersByTimeAsync(200);
    saving.put('good');
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['good']);
  });
});
