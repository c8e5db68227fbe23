import { describe, expect, it } from 'vitest';
import { nextSort, sorted } from './sort.ts';

describe('sorting rows', () => {
  const by = (row: string | undefined) => row;

  it('follows the Norwegian alphabet', () => {
    expect(sorted(['Ås', 'Østby', 'Ærfugl', 'Zulu', 'Bø'], by, 'ascending')).toEqual(['Bø', 'Zulu', 'Ærfugl', 'Østby', 'Ås']);
  });

  it('puts the unknown last in both directions', () => {
    expect(sorted([undefined, 'b', 'a'], by, 'ascending')).toEqual(['a', 'b', undefined]);
    expect(sorted([undefined, 'b', 'a'], by, 'descending')).toEqual(['b', 'a', undefined]);
  });

  it('compares numbers as numbers and leaves the given rows alone', () => {
    const rows = [10, 9, 100];
    expect(sorted(rows, (row) => row, 'ascending')).toEqual([9, 10, 100]);
    expect(rows).toEqual([10, 9, 100]);
  });

  it('keeps the order of equals', () => {
    const rows = [
      { id: 1, place: 'Førde' },
      { id: 2, place: 'Askvoll' },
      { id: 3, place: 'Førde' },
    ];
    expect(sorted(rows, (row) => row.place, 'descending').map((row) => row.id)).toEqual([1, 3, 2]);
  });

  it('goes from ascending to descending and back to the order given', () => {
    const first = nextSort(undefined, 'place');
    const second = nextSort(first, 'place');
    expect([first?.direction, second?.direction, nextSort(second, 'place')]).toEqual(['ascending', 'descending', undefined]);
    expect(nextSort(second, 'name')).toEqual({ column: 'name', direction: 'ascending' });
  });
});
