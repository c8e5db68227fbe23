/** Questions a minute from one address, open to all: a person asks a few, a school behind one address some hundred. */
const most = 240;
const minute = 60_000;

/** Counts by address in memory for a minute, and keeps no address longer. */
export function rateLimit(now: () => number = Date.now): (address: string) => boolean {
  let counts = new Map<string, number>();
  let until = 0;
  return (address) => {
    if (now() >= until) {
      counts = new Map();
      until = now() + minute;
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= most;
  };
}
