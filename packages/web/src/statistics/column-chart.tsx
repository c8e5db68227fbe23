import { useState } from 'react';
import { countText, noValue } from './number-text.ts';
import { texts } from './texts.nb.ts';

export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  /** Under the column, where the label is too long for it. */
  readonly short?: string | undefined;
  /** Not been yet: nothing is known of it, which is not zero. */
  readonly coming?: boolean | undefined;
  readonly answered: number;
  readonly total: number;
  /** What stands in the table's last column. */
  readonly share?: string | undefined;
}

/**
 * Calls as columns, answered and not answered on top of each other. What is drawn is hidden from screen readers, which read the table that is
 * always there and that anyone can bring forward.
 */
export function ColumnChart(props: {
  readonly caption: string;
  readonly unit: string;
  readonly columns: readonly ChartColumn[];
  /** Opens what a column is of. */
  readonly onOpen?: ((key: string) => void) | undefined;
}) {
  const [asTable, setAsTable] = useState(false);
  const max = Math.max(4, ...props.columns.map((column) => column.total));
  const top = Math.ceil(max / 4) * 4;
  return (
    <div className="chart">
      <div className="chart-head">
        <ul className="chart-key" aria-hidden="true">
          <li data-part="answered">{texts.chart.answered}</li>
          <li data-part="unanswered">{texts.chart.unanswered}</li>
        </ul>
        <button type="button" className="link-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.chart.chart : texts.chart.table}
        </button>
      </div>
      {!asTable && <Drawing columns={props.columns} top={top} onOpen={props.onOpen} />}
      <ChartTable {...props} visible={asTable} />
    </div>
  );
}

function Drawing(props: {
  readonly columns: readonly ChartColumn[];
  readonly top: number;
  readonly onOpen?: ((key: string) => void) | undefined;
}) {
  const { top, columns } = props;
  return (
    <div className="chart-frame" aria-hidden="true">
      <div className="chart-scale tabular">
        <span>{top}</span>
        <span>{top / 2}</span>
        <span>0</span>
      </div>
      <div
        className="chart-columns"
        data-many={columns.length > 16}
        data-long={columns.some((column) => (column.short ?? column.label).length > 3)}
        style={{ '--columns': columns.length } as React.CSSProperties}
      >
        {columns.map((column) => (
          // A pointer's shortcut to what the table offers by keyboard.
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={column.key}
            className="chart-column"
            data-opens={Boolean(props.onOpen)}
            title={`${column.label}: ${column.answered} ${texts.chart.answered.toLowerCase()}, ${column.total - column.answered} ${texts.chart.unanswered.toLowerCase()}${column.share ? ` · ${column.share}` : ''}`}
            onClick={() => props.onOpen?.(column.key)}
          >
            <span className="chart-stack">
              <span className="chart-total tabular">{column.total === 0 ? '' : column.total}</span>
              <span
                className="chart-part"
                data-part="unanswered"
                style={{ blockSize: `${((column.total - column.answered) / top) * 100}%` }}
              />
              <span className="chart-part" data-part="answered" style={{ blockSize: `${(column.answered / top) * 100}%` }} />
            </span>
            <span className="chart-label tabular">{column.short ?? column.label}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

type TableProps = Parameters<typeof ColumnChart>[0] & { readonly visible: boolean };

function ChartTable({ caption, unit, columns, onOpen, visible }: TableProps) {
  const shares = columns.some((column) => column.share !== undefined);
  return (
    <div className={visible ? 'chart-table' : 'ds-sr-only'} {...(visible ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}>
      <table className="dense">
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {[unit, texts.chart.total, texts.chart.answered, texts.chart.unanswered, ...(shares ? [texts.chart.within] : [])].map(
              (head, index) => (
                <th key={head} scope="col" data-align={index === 0 ? undefined : 'end'}>
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.key}>
              <th scope="row">
                {visible && onOpen ? (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={texts.chart.open(column.label)}
                    onClick={() => onOpen(column.key)}
                  >
                    {column.label}
                  </button>
                ) : (
                  column.label
                )}
              </th>
              <td data-align="end">{column.coming ? noValue : countText(column.total)}</td>
              <td data-align="end">{column.coming ? noValue : countText(column.answered)}</td>
              <td data-align="end">{column.coming ? noValue : countText(column.total - column.answered)}</td>
              {shares && <td data-align="end">{column.share ?? noValue}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
