import { describe, expect, it } from 'vitest';
import { createRandom, lognormal, weighted } from './random.ts';

describe('the generator', () => {
  it('gives the same from the same seed, and another thing from another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('splits into streams that do not depend on what was drawn before', () => {
    const fresh = createRandom('a').split('child').next();
    const drawn = createRandom('a');
    drawn.next();
    expect(drawn.split('child').next()).toBe(fresh);
  });

  it('is even', () => {
    const random = createRandom('even');
    const boxes = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) boxes[Math.floor(random.next() * 10)]! += 1;
    for (const box of boxes) expect(Math.abs(box - 10_000)).toBeLessThan(400);
  });

  it('chooses by weight', () => {
    const random = createRandom('weights');
    const chosen = Array.from({ length: 10_000 }, () => weighted(random, { often: 9, seldom: 1, never: 0 }));
    expect(chosen).not.toContain('never');
    expect(Math.abs(chosen.filter((each) => each === 'seldom').length - 1_000)).toBeLessThan(120);
  });

  it('has the median asked for', () => {
    const random = createRandom('median');
    const sorted = Array.from({ length: 10_001 }, () => lognormal(random, 46, 1.3)).toSorted((a, b) => a - b);
    expect(Math.abs((sorted[5_000] ?? 0) - 46)).toBeLessThan(3);
  });
});
