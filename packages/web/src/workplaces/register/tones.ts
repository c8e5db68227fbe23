import { type AnswerSpan, servicesOf } from '../../organisation/index.ts';

const tones = 5;

/** A colour number 1-5 for each arrangement that serves, in the order that they come: those beside each other in a week differ. */
export function tonesOf(spans: readonly AnswerSpan[]): (service: string) => number {
  const ids = [...new Set(spans.flatMap(({ state, answer }) => (state === 'ownGp' ? [] : servicesOf(answer).map(({ id }) => id))))];
  return (service) => (Math.max(0, ids.indexOf(service)) % tones) + 1;
}
