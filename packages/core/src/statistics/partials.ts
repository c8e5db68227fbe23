import type { Fact, Figure, FigureResult } from './figure.ts';
import { firstActionMix, lastActionMix } from './figures/actions.ts';
import { answeredWithin2Minutes, answeredWithin10Minutes, medianAnswerTime } from './figures/answer-time.ts';
import { callsAbandoned, callsAbandonedInMessage, callsAnswered, callsOffered, callsOpen, callsSentOn } from './figures/calls.ts';
import { channelMix, contactsClosed, contactsOpened, lateEntries } from './figures/contacts.ts';
import { callsPerContact, redials } from './figures/redials.ts';
import { firstUrgencyMix, lastUrgencyMix } from './figures/urgency.ts';

/** Every figure, in the order in which they are read. */
export const figures = [
  callsOffered,
  callsAnswered,
  callsAbandoned,
  callsSentOn,
  callsOpen,
  callsAbandonedInMessage,
  answeredWithin2Minutes,
  answeredWithin10Minutes,
  medianAnswerTime,
  redials,
  callsPerContact,
  contactsOpened,
  contactsClosed,
  channelMix,
  firstUrgencyMix,
  lastUrgencyMix,
  firstActionMix,
  lastActionMix,
  lateEntries,
] as const satisfies readonly Figure<Fact, unknown, FigureResult>[];

/** Raise it when a figure is added or counts otherwise: stored partials of another version are computed anew from their facts. */
export const figuresVersion = 1;

/** Each figure's partial by figure id, as JSON: what is kept per unit and day. */
export type Partials = Readonly<Record<string, unknown>>;

// A figure reads only partials that it wrote itself (same id, same version), so its partial may be taken as unknown here.
const all: readonly Figure<Fact, unknown, FigureResult>[] = figures;

export const emptyPartials: Partials = Object.fromEntries(all.map((figure) => [figure.id, figure.empty]));

export function addFact(partials: Partials, fact: Fact): Partials {
  return Object.fromEntries(all.map((figure) => [figure.id, figure.add(partials[figure.id], fact)]));
}

export function mergePartials(a: Partials, b: Partials): Partials {
  return Object.fromEntries(all.map((figure) => [figure.id, figure.merge(a[figure.id], b[figure.id])]));
}

/** Small enough that a sparse histogram copied for each fact stays small, large enough that merging is rare. */
const chunk = 64;

/** The partials of many facts. Adding in chunks and merging them is the same by the figures' own law, and linear in time. */
export function partialsOf(facts: readonly Fact[]): Partials {
  let sum = emptyPartials;
  for (let from = 0; from < facts.length; from += chunk) {
    sum = mergePartials(sum, facts.slice(from, from + chunk).reduce(addFact, emptyPartials));
  }
  return sum;
}

export function results(partials: Partials): Readonly<Record<string, FigureResult>> {
  return Object.fromEntries(all.map((figure) => [figure.id, figure.result(partials[figure.id])]));
}

export function figureOf(id: string): Figure<Fact, unknown, FigureResult> | undefined {
  return all.find((figure) => figure.id === id);
}
