import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCallFact } from './figure.ts';
import { addFact, emptyPartials, figureOf, figures, mergePartials, partialsOf, results } from './partials.ts';
import { anyFact, anyFacts, callFact, contactFact } from './testing/facts.ts';

const oneByOne = (facts: Parameters<typeof partialsOf>[0]) => facts.reduce(addFact, emptyPartials);

describe('every figure', () => {
  it('gives the same for any split of the facts, merged in any order', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (a, b, c) => {
        const [x, y, z] = [oneByOne(a), oneByOne(b), oneByOne(c)];
        const together = results(oneByOne([...a, ...b, ...c]));
        expect(results(mergePartials(mergePartials(x, y), z))).toEqual(together);
        expect(results(mergePartials(x, mergePartials(y, z)))).toEqual(together);
        expect(results(mergePartials(z, mergePartials(y, x)))).toEqual(together);
        expect(results(partialsOf([...c, ...a, ...b]))).toEqual(together);
      }),
    );
  });

  it('is unchanged by merging with nothing, and by a journey through JSON', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const partials = partialsOf(facts);
        expect(mergePartials(partials, emptyPartials)).toEqual(partials);
        expect(mergePartials(emptyPartials, partials)).toEqual(partials);
        expect(JSON.parse(JSON.stringify(partials))).toEqual(partials);
      }),
    );
  });

  it('forgets a fact that is replaced: recomputed from the facts it is as if the old one had never been', () => {
    fc.assert(
      fc.property(anyFacts, anyFact, anyFact, (others, old, corrected) => {
        const stored = new Map([...others, old].map((fact) => [fact.factId, fact]));
        stored.set(old.factId, { ...corrected, factId: old.factId });
        expect(results(partialsOf([...stored.values()]))).toEqual(results(oneByOne([...others, corrected])));
      }),
    );
  });

  it('opens to the rows that it counts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const told = results(partialsOf(facts));
        for (const { id } of figures) {
          const figure = figureOf(id);
          const places = facts.map((fact) => figure?.includes(fact));
          const numerator = places.filter((place) => place === 'numerator').length;
          const result = told[id];
          if (result?.kind === 'count') expect(numerator, id).toBe(result.count);
          if (result?.kind === 'share')
            expect([numerator, places.filter((place) => place !== 'outside').length], id).toEqual([result.numerator, result.denominator]);
          if (result?.kind === 'mix')
            expect([numerator, places.filter((place) => place === 'denominator').length], id).toEqual([
              result.denominator - result.missing,
              result.missing,
            ]);
          if (result?.kind === 'median')
            expect([numerator, places.filter((place) => place === 'denominator').length], id).toEqual([result.known, result.missing]);
        }
      }),
    );
  });

  it('has an id of its own and says what it counts', () => {
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
    for (const { population, numerator, denominator, missing, source } of figures) {
      expect([population, numerator, denominator, missing, source].every((text) => text.length > 0)).toBe(true);
    }
  });
});

describe('the median answer time', () => {
  it('equals the naive one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const known = facts
          .flatMap((fact) => (isCallFact(fact) && fact.outcome === 'answered' ? (fact.secondsToAnswer ?? []) : []))
          .toSorted((a, b) => a - b);
        const half = Math.floor(known.length / 2);
        const naive = known.length % 2 === 1 ? known[half] : ((known[half - 1] ?? 0) + (known[half] ?? 0)) / 2;
        expect(results(partialsOf(facts)).medianAnswerTime).toMatchObject({
          seconds: known.length === 0 ? null : naive,
          known: known.length,
        });
      }),
    );
  });

  it('is nothing, not zero, when nothing is known', () => {
    const facts = [callFact({ secondsToAnswer: undefined }), callFact({ outcome: 'abandonedWaiting', secondsToAnswer: undefined })];
    expect(results(partialsOf(facts)).medianAnswerTime).toEqual({ kind: 'median', seconds: null, known: 0, missing: 1 });
  });
});

describe('the shares within two and ten minutes', () => {
  it.each([
    [120, 1, 1],
    [121, 0, 1],
    [600, 0, 1],
    [601, 0, 0],
    [undefined, 0, 0],
  ])('with an answer after %s seconds', (secondsToAnswer, two, ten) => {
    const told = results(partialsOf([callFact({ secondsToAnswer })]));
    const missing = secondsToAnswer === undefined ? 1 : 0;
    expect(told.answeredWithin2Minutes).toEqual({ kind: 'share', numerator: two, denominator: 1, missing });
    expect(told.answeredWithin10Minutes).toEqual({ kind: 'share', numerator: ten, denominator: 1, missing });
  });

  it.each([
    ['answered', 1],
    ['abandonedWaiting', 1],
    ['overflowed', 1],
    ['transferred', 1],
    ['open', 1],
    ['abandonedInMessage', 0],
    ['openInMessage', 0],
  ] as const)('have a call that is %s %i times in the denominator', (outcome, denominator) => {
    expect(results(partialsOf([callFact({ outcome })])).answeredWithin2Minutes).toMatchObject({ denominator });
  });
});

describe('the figures of contacts', () => {
  it('tell the first action from the last, and the unknown from the other', () => {
    const told = results(
      partialsOf([
        contactFact({ firstAction: 'nurseAdvice', lastAction: 'homeVisit', firstUrgencyTelephone: 'green', lastUrgency: 'red' }),
        contactFact({ factId: 'k2:national' }),
      ]),
    );
    expect(told.firstActionMix).toMatchObject({ counts: { nurseAdvice: 1, homeVisit: 0, other: 0 }, denominator: 2, missing: 1 });
    expect(told.lastActionMix).toMatchObject({ counts: { nurseAdvice: 0, homeVisit: 1, other: 0 }, denominator: 2, missing: 1 });
    expect(told.firstUrgencyMix).toMatchObject({ counts: { red: 0, yellow: 0, green: 1 }, missing: 1 });
    expect(told.lastUrgencyMix).toMatchObject({ counts: { red: 1, yellow: 0, green: 0 }, missing: 1 });
  });

  it('count calls per contact over calls that rang', () => {
    const told = results(
      partialsOf([callFact(), callFact({ outcome: 'abandonedWaiting' }), callFact({ outcome: 'abandonedInMessage' }), contactFact()]),
    );
    expect(told.callsPerContact).toEqual({ kind: 'ratio', numerator: 2, denominator: 1 });
  });
});
