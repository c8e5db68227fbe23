import type { ReactNode } from 'react';
import { texts } from './texts.nb.ts';

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  /** `undefined` is no information, and shown so; never as zero. */
  readonly value: number | undefined;
  /** The value in words, with its unit. */
  readonly text?: string | undefined;
  readonly tone?: 'red' | 'yellow' | 'green' | 'accent' | 'quiet' | undefined;
  readonly onOpen?: (() => void) | undefined;
}

/** Horizontal bars that are a table: what is drawn is what a screen reader reads. `target` draws a line with its text. */
export function Bars(props: {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly max?: number | undefined;
  readonly target?: { readonly value: number; readonly text: string } | undefined;
  readonly headings?: readonly [group: string, value: string];
}) {
  const max = props.max ?? Math.max(1, props.target?.value ?? 0, ...props.bars.map((bar) => bar.value ?? 0));
  const [group, value] = props.headings ?? [texts.group, texts.value];
  return (
    <table className="bars">
      <caption>
        {props.caption}
        {props.target && <span className="bars-target-text">{props.target.text}</span>}
      </caption>
      <thead className="ds-sr-only">
        <tr>
          <th scope="col">{group}</th>
          <th scope="col">{value}</th>
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              {bar.onOpen ? (
                <button type="button" className="link-button" onClick={bar.onOpen}>
                  {bar.label}
                </button>
              ) : (
                bar.label
              )}
            </th>
            <td>
              <span className="bars-track" aria-hidden="true">
                <span className="bars-fill" data-tone={bar.tone ?? 'accent'} style={{ inlineSize: `${share(bar.value, max)}%` }} />
                {props.target && <span className="bars-target" style={{ insetInlineStart: `${share(props.target.value, max)}%` }} />}
              </span>
              <span className="bars-value tabular">
                {bar.value === undefined ? <abbr title={texts.noFigureMeaning}>{texts.noFigure}</abbr> : (bar.text ?? String(bar.value))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function share(value: number | undefined, max: number): number {
  return value === undefined ? 0 : Math.max(0, Math.min(100, (value / max) * 100));
}
