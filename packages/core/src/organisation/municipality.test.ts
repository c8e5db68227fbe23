import { describe, expect, it } from 'vitest';
import { centralityClass2020, sizeGroupOf } from './municipality.ts';

describe('groups of municipalities', () => {
  it.each([
    [0, 'under-2000'],
    [1_999, 'under-2000'],
    [2_000, '2000-4999'],
    [4_999, '2000-4999'],
    [5_000, '5000-9999'],
    [9_999, '5000-9999'],
    [10_000, '10000-19999'],
    [19_999, '10000-19999'],
    [20_000, '20000-49999'],
    [49_999, '20000-49999'],
    [50_000, '50000-over'],
  ])('%i inhabitants is %s', (inhabitants, group) => {
    expect(sizeGroupOf(inhabitants)).toBe(group);
  });

  it.each([
    [1000, 1],
    [925, 1],
    [924, 2],
    [870, 2],
    [869, 3],
    [775, 3],
    [774, 4],
    [670, 4],
    [669, 5],
    [565, 5],
    [564, 6],
    [0, 6],
  ])('centrality index %i is class %i', (index, expected) => {
    expect(centralityClass2020(index)).toBe(expected);
  });

  it('refuses what cannot be', () => {
    expect(() => sizeGroupOf(-1)).toThrow(RangeError);
    expect(() => centralityClass2020(1001)).toThrow(RangeError);
    expect(() => centralityClass2020(-1)).toThrow(RangeError);
  });
});
