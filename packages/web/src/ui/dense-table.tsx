import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { nextSort, type Sort, type Sortable, sorted } from './sort.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => Sortable;
  /** CSS width. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** Left out on smaller screens. */
  readonly from?: 'tablet' | 'desktop';
  /** Names the row; one column should. */
  readonly rowHeader?: boolean;
}

export interface DenseTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: string | undefined;
  /** The row that arrows, a click or Space moved to. */
  readonly onSelect?: ((row: Row) => void) | undefined;
  /** Enter or a double click. Without `onSelect` a single click opens. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly rowTone?: ((row: Row) => 'alarm' | 'warn' | 'quiet' | undefined) | undefined;
  readonly initialSort?: Sort;
  readonly empty?: ReactNode;
  /** Hides the caption on screen where a heading just above says the same. */
  readonly hideCaption?: boolean;
}

/** Rows of 32 px with a heading that stays. With `onSelect` or `onOpen` it is one tab stop, and arrows, Home, End and Page keys move in it. */
export function DenseTable<Row>(props: DenseTableProps<Row>) {
  const [sort, setSort] = useState<Sort | undefined>(props.initialSort);
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string>();
  const interactive = Boolean(props.onSelect ?? props.onOpen);
  const by = props.columns.find((column) => column.key === sort?.column)?.sortBy;
  const rows = sort && by ? sorted(props.rows, by, sort.direction) : props.rows;
  const stop = stopOf(rows.map(props.rowKey), props.selected ?? current);
  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setCurrent(props.rowKey(row));
    props.onSelect?.(row);
    const element = body.current?.rows[index];
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent, index: number) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[index];
    const to = target(event.key, index, rows.length);
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && row) (props.onOpen ?? props.onSelect)?.(row);
    else if (event.key === ' ' && row) (props.onSelect ?? props.onOpen)?.(row);
    else return;
    event.preventDefault();
  };
  return (
    // A region that scrolls must be reachable by keyboard; the rows are where they can be chosen.
    <div className="dense-frame" {...(interactive ? {} : { tabIndex: 0, role: 'region', 'aria-label': props.caption })}>
      <table className="dense" role={interactive ? 'grid' : undefined}>
        <caption className={props.hideCaption ? 'ds-sr-only' : undefined}>{props.caption}</caption>
        <Head columns={props.columns} sort={sort} onSort={(column) => setSort(nextSort(sort, column))} />
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={props.rowKey(row)}
              data-tone={props.rowTone?.(row)}
              {...(interactive && {
                tabIndex: index === stop ? 0 : -1,
                'aria-selected': props.rowKey(row) === props.selected,
                onKeyDown: (event: KeyboardEvent) => press(event, index),
                onClick: () => (props.onSelect ? go(index) : props.onOpen?.(row)),
                onDoubleClick: () => props.onOpen?.(row),
                onFocus: () => setCurrent(props.rowKey(row)),
              })}
            >
              {props.columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && props.empty}
    </div>
  );
}

function Head<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: (column: string) => void;
}) {
  return (
    <thead>
      <tr>
        {props.columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            data-align={column.align}
            data-from={column.from}
            style={column.width ? { inlineSize: column.width } : undefined}
            aria-sort={column.sortBy ? (props.sort?.column === column.key ? props.sort.direction : 'none') : undefined}
          >
            {column.sortBy ? (
              <button type="button" onClick={() => props.onSort(column.key)}>
                {column.header}
                <span aria-hidden="true" className="sort-sign">
                  {props.sort?.column === column.key ? (props.sort.direction === 'ascending' ? '▲' : '▼') : ''}
                </span>
              </button>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const shared = { 'data-align': column.align, 'data-from': column.from };
  return column.rowHeader ? (
    <th scope="row" {...shared}>
      {column.cell(row)}
    </th>
  ) : (
    <td {...shared}>{column.cell(row)}</td>
  );
}

function stopOf(keys: readonly string[], wanted: string | undefined): number {
  return Math.max(0, wanted === undefined ? 0 : keys.indexOf(wanted));
}

const page = 10;

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    default:
      return undefined;
  }
}
