/**
 * A seeded generator that can be split: `split('caller 7')` gives a stream of its own that does not depend on how much was drawn before, so
 * that one part of the evening can change without changing the others. sfc32 (Doty-Humphrey, PractRand; average period 2^127), seeded with
 * four hashes (MurmurHash3's 32-bit finaliser over FNV-1a) of the path of names. For playing, not for secrets.
 */
export interface Random {
  /** [0, 1) */
  readonly next: () => number;
  readonly split: (name: string) => Random;
}

export function createRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first draws still show the seed.
  for (let i = 0; i < 12; i++) next();
  return { next, split: (name) => createRandom(`${seed}/${name}`) };
}

function hash(text: string, lane: number): number {
  let h = Math.imul(0x811c9dc5, lane);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A whole number in [from, to). */
export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random.next() * (to - from));
}

export function chance(random: Random, share: number): boolean {
  return random.next() < share;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[whole(random, 0, list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
}

/** One of the keys, in proportion to its weight. */
export function weighted<K extends string>(random: Random, weights: Readonly<Partial<Record<K, number>>>): K {
  // The keys of a record are what its type says.
  const entries = Object.entries(weights) as [K, number][];
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return pick(random, entries)[0];
}

/** Time to the next of events that come at random, at this mean distance. */
export function exponential(random: Random, mean: number): number {
  return -Math.log(1 - random.next()) * mean;
}

/** By its median and the standard deviation of its logarithm. */
export function lognormal(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(sigma * normal);
}
