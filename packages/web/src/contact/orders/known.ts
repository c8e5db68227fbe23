/**
 * How far this screen knows a contact: everything up to `to`. From `from` on it was all our own doing, told by answers that
 * followed directly on each other, so that who had seen `from` has seen `to`.
 */
export interface Known {
  readonly from: number;
  readonly to: number;
}

export const nothingKnown: Known = { from: 0, to: 0 };

/** The screen shows the contact at this sequence. */
export function raisedByScreen(known: Known, sequence: number): Known {
  return sequence > known.to ? { from: sequence, to: sequence } : known;
}

/** An answer directly after what is known leaves no room for another's change; one further on may hide one. */
export function raisedByAnswer(known: Known, sequence: number): Known {
  return sequence === known.to + 1 ? { from: known.from, to: sequence } : known;
}

/** What the sender of a step has seen: what was on screen when they began writing, and their own steps since. */
export function seenFor(known: Known, onScreen: number | undefined): number | undefined {
  if (onScreen === undefined) return known.to === 0 ? undefined : known.to;
  return onScreen >= known.from ? Math.max(onScreen, known.to) : onScreen;
}
