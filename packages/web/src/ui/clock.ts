import { type Instant, instant } from '@vakthavende/core/kernel';
import { observable, useObservable } from './observable.ts';

/** One timer for every ticking number on the page; it stands still while nothing on the page ticks. */
const second = observable<Instant>(instant(Date.now()));
let skew = 0;
let followers = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The time now by the server's clock, as far as it is known: a workstation's own clock may be minutes wrong. */
export function serverNow(): Instant {
  return instant(Date.now() + skew);
}

/** Tells what the server's clock showed in an answer just received. */
export function noteServerTime(now: number): void {
  skew = now - Date.now();
}

/** The time now, renewed each whole second. */
export function useNow(): Instant {
  return useObservable(ticking);
}

const ticking = {
  get: second.get,
  set: second.set,
  subscribe: (listener: () => void) => {
    const end = second.subscribe(listener);
    followers += 1;
    if (followers === 1) tick();
    return () => {
      end();
      followers -= 1;
      if (followers === 0) clearTimeout(timer);
    };
  },
};

function tick(): void {
  const now = serverNow();
  second.set(instant(now - (now % 1000)));
  timer = setTimeout(tick, 1000 - (now % 1000));
}
