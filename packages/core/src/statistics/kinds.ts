import type { CountResult, Definition, Fact, Figure, Inclusion, MixResult, RatioResult, ShareResult } from './figure.ts';

/** How many facts belong. */
export function countFigure(definition: Definition, belongs: (fact: Fact) => boolean): Figure<Fact, number, CountResult> {
  return {
    ...definition,
    empty: 0,
    add: (partial, fact) => partial + (belongs(fact) ? 1 : 0),
    merge: (a, b) => a + b,
    result: (count) => ({ kind: 'count', count }),
    includes: (fact) => (belongs(fact) ? 'numerator' : 'outside'),
  };
}

type Share = Omit<ShareResult, 'kind'>;

/** `missing`: in the denominator, and unknown whether in the numerator. */
export type Place = Inclusion | 'missing';

/** Which part of the population has a property. */
export function shareFigure(definition: Definition, place: (fact: Fact) => Place): Figure<Fact, Share, ShareResult> {
  return {
    ...definition,
    empty: { numerator: 0, denominator: 0, missing: 0 },
    add: (partial, fact) => {
      const where = place(fact);
      if (where === 'outside') return partial;
      return {
        numerator: partial.numerator + (where === 'numerator' ? 1 : 0),
        denominator: partial.denominator + 1,
        missing: partial.missing + (where === 'missing' ? 1 : 0),
      };
    },
    merge: (a, b) => ({ numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator, missing: a.missing + b.missing }),
    result: (share) => ({ kind: 'share', ...share }),
    includes: (fact) => inclusion(place(fact)),
  };
}

function inclusion(place: Place): Inclusion {
  return place === 'missing' ? 'denominator' : place;
}

type Ratio = Omit<RatioResult, 'kind'>;

export interface Amounts {
  /** How much the fact adds to the numerator; undefined when it is no part of it. */
  readonly numerator: (fact: Fact) => number | undefined;
  readonly denominator: (fact: Fact) => boolean;
}

/** So much of one thing per one of another. */
export function ratioFigure(definition: Definition, amounts: Amounts): Figure<Fact, Ratio, RatioResult> {
  return {
    ...definition,
    empty: { numerator: 0, denominator: 0 },
    add: (partial, fact) => ({
      numerator: partial.numerator + (amounts.numerator(fact) ?? 0),
      denominator: partial.denominator + (amounts.denominator(fact) ? 1 : 0),
    }),
    merge: (a, b) => ({ numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }),
    result: (ratio) => ({ kind: 'ratio', ...ratio }),
    includes: (fact) => {
      if ((amounts.numerator(fact) ?? 0) > 0) return 'numerator';
      return amounts.denominator(fact) ? 'denominator' : 'outside';
    },
  };
}

interface Mix {
  /** Sparse: only classes that occur. */
  readonly counts: Readonly<Record<string, number>>;
  readonly missing: number;
}

export interface Classes {
  readonly classes: readonly string[];
  /** The fact's class; `undefined` when it is in the population and its class unknown; `outside` when it is not in it. */
  readonly classOf: (fact: Fact) => string | undefined | 'outside';
}

/** How the population divides into classes that do not overlap. */
export function mixFigure(definition: Definition, { classes, classOf }: Classes): Figure<Fact, Mix, MixResult> {
  return {
    ...definition,
    empty: { counts: {}, missing: 0 },
    add: (partial, fact) => {
      const cls = classOf(fact);
      if (cls === 'outside') return partial;
      if (cls === undefined) return { ...partial, missing: partial.missing + 1 };
      return { ...partial, counts: { ...partial.counts, [cls]: (partial.counts[cls] ?? 0) + 1 } };
    },
    merge: (a, b) => ({ counts: addCounts(a.counts, b.counts), missing: a.missing + b.missing }),
    result: (mix) => ({
      kind: 'mix',
      counts: { ...Object.fromEntries(classes.map((cls) => [cls, 0])), ...mix.counts },
      denominator: Object.values(mix.counts).reduce((sum, count) => sum + count, mix.missing),
      missing: mix.missing,
    }),
    includes: (fact) => {
      const cls = classOf(fact);
      if (cls === 'outside') return 'outside';
      return cls === undefined ? 'denominator' : 'numerator';
    },
  };
}

export function addCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
