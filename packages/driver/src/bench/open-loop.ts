import { performance } from 'node:perf_hooks';

/**
 * Calls `work` for the places 0, 1, 2 … at a fixed rate, whatever becomes of the earlier ones, with the time when each was due.
 * Ends when the last has been started.
 */
export function openLoop(places: number, perSecond: number, work: (place: number, due: number) => void): Promise<void> {
  const began = performance.now();
  const dueOf = (place: number) => began + (place * 1000) / perSecond;
  let next = 0;
  return new Promise((resolve) => {
    const turn = () => {
      for (const now = performance.now(); next < places && dueOf(next) <= now; next++) work(next, dueOf(next));
      if (next >= places) resolve();
      else setTimeout(turn, Math.max(0, Math.floor(dueOf(next) - performance.now())));
    };
    turn();
  });
}
