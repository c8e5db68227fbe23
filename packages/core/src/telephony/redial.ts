import { type Instant, minute } from '../kernel/index.ts';
import type { CallFact } from './call-fact.ts';

/**
 * How long after a call a new one from the same number is a redial of it. No published norm was found; an hour, from offer to
 * offer, holds the long queues and leaves a new illness in the evening to be a new matter. Own choice.
 */
export const redialWindow = 60 * minute;

/**
 * Facts of one unit with `redialOf` set: the latest earlier call from the same number that began within the window. A hidden number
 * is never linked. Give it the calls of the window before the period too, or the first hour's redials are missed.
 * Each unit's facts are linked among themselves: a caller who gives up at one centre and reaches another has redialled nationally.
 */
export function linkRedials(facts: readonly CallFact[]): readonly CallFact[] {
  const latest = new Map<string, { readonly callId: string; readonly offeredAt: Instant }>();
  return facts
    .toSorted((a, b) => a.offeredAt - b.offeredAt || (a.callId < b.callId ? -1 : 1))
    .map((fact) => {
      if (fact.callerHash === undefined) return fact;
      const key = `${fact.unit} ${fact.callerHash}`;
      const earlier = latest.get(key);
      latest.set(key, fact);
      const { redialOf: _, ...unlinked } = fact;
      return earlier && fact.offeredAt - earlier.offeredAt <= redialWindow ? { ...unlinked, redialOf: earlier.callId } : unlinked;
    });
}
