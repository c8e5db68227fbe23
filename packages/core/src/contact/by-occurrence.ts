import type { Stamp } from './state.ts';

/** The list with one more, by when it occurred; what was written first comes first among equals. */
export function inOrder<Item extends Stamp>(items: readonly Item[], item: Item): readonly Item[] {
  const later = items.findIndex((other) => other.at > item.at);
  return later < 0 ? [...items, item] : items.toSpliced(later, 0, item);
}
