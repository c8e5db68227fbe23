const waits = [250, 500, 1_000, 2_000, 5_000] as const;

interface Persistence {
  readonly isPassing: (error: unknown) => boolean;
  /** Called each time a try failed and another will come. */
  readonly onWaiting?: () => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Tries until it goes or fails for good: after 0,25 s, 0,5 s, 1 s, 2 s and then every 5 s, and at once when the browser is on line again. */
export async function persistently<T>(work: () => Promise<T>, how: Persistence): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!how.isPassing(error)) throw error;
      how.onWaiting?.();
      await (how.wait ?? waitOrOnline)(waits[Math.min(tries, waits.length - 1)] ?? 5_000);
    }
  }
}

function waitOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    // Up to a tenth more, so that a ward's screens do not all come back in the same instant.
    const timer = setTimeout(go, milliseconds * (1 + Math.random() / 10));
    window.addEventListener('online', go);
  });
}
