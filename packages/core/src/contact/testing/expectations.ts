import { expect } from 'vitest';

/** The decision is these events, and no others; each may hold more than is told. */
export function acceptedWith(...events: readonly object[]): object {
  return { accepted: true, events: events.map((event) => expect.objectContaining(event)) };
}

/** The decision is a refusal with at least this. */
export function refusedWith(refusal: object): object {
  return { accepted: false, refusal: expect.objectContaining(refusal) };
}
