import type { ContactFact } from '../contact/index.ts';
import type { CallFact } from '../telephony/index.ts';

/** The rows that all figures are counted from. */
export type Fact = CallFact | ContactFact;

export function isCallFact(fact: Fact): fact is CallFact {
  return 'callId' in fact;
}

/** Where a row stands in a figure: the numerator's rows are in the denominator too. */
export type Inclusion = 'numerator' | 'denominator' | 'outside';

/** What a figure is, in words: written down once, here, and shown wherever the figure is. */
export interface Definition {
  readonly id: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly missing: string;
  /** Where the definition comes from; "own" where no norm was found. */
  readonly source: string;
}

/**
 * A mergeable aggregate: `add` over any split of the facts, merged in any order, gives what `add` over all of them gives.
 * The partial is plain JSON, so that it can be kept per unit and day and merged for any period.
 */
export interface Figure<F extends Fact, Partial, Result extends FigureResult> extends Definition {
  readonly empty: Partial;
  add(partial: Partial, fact: F): Partial;
  merge(a: Partial, b: Partial): Partial;
  result(partial: Partial): Result;
  includes(fact: F): Inclusion;
}

export interface CountResult {
  readonly kind: 'count';
  readonly count: number;
}

/** `missing` rows are in the denominator and not in the numerator, because it is unknown whether they belong there. */
export interface ShareResult {
  readonly kind: 'share';
  readonly numerator: number;
  readonly denominator: number;
  readonly missing: number;
}

/** Something per something: the numerator is not a part of the denominator. */
export interface RatioResult {
  readonly kind: 'ratio';
  readonly numerator: number;
  readonly denominator: number;
}

/** `seconds` is null when nothing is known: no median, not zero. */
export interface MedianResult {
  readonly kind: 'median';
  readonly seconds: number | null;
  readonly known: number;
  readonly missing: number;
}

/** Every class stands in `counts`, also those with none; counts and `missing` add up to the denominator. */
export interface MixResult {
  readonly kind: 'mix';
  readonly counts: Readonly<Record<string, number>>;
  readonly denominator: number;
  readonly missing: number;
}

export type FigureResult = CountResult | ShareResult | RatioResult | MedianResult | MixResult;
