export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export type Sortable = string | number | undefined;

const norwegian = new Intl.Collator('nb', { numeric: true });

/** A new array in order; what is unknown comes last in both directions, and equals keep their order. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => Sortable, direction: Sort['direction']): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : norwegian.compare(String(x), String(y)));
  });
}

/** What a press on a column's heading gives: ascending, descending, and back to the order given. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
