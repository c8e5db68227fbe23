import { createContext, type ReactNode, useContext } from 'react';
import { texts } from './texts.nb.ts';

/** What the page is called: the heading of a workplace of panes, which has none to show. Given by the shell. */
export const PageName = createContext<string | undefined>(undefined);

export interface Pane {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
  /** For the button that brings the pane forward on a small screen: how many, or a mark. */
  readonly badge?: ReactNode;
}

/**
 * The panes of a workplace: all side by side from 1200 px, the first and one other on a tablet, one on a telephone; buttons change between them.
 * Panes out of sight stay mounted, so that nothing written in them is lost.
 */
export function Panes(props: {
  readonly panes: readonly Pane[];
  readonly active: string;
  readonly onActive: (id: string) => void;
  /** Widths of the panes on a wide screen, as CSS grid tracks: `minmax(320px, 1fr) 2fr 1fr`. */
  readonly tracks?: string | undefined;
}) {
  const name = useContext(PageName);
  const second = props.active === props.panes[0]?.id ? props.panes[1]?.id : props.active;
  return (
    <div className="panes-frame">
      {name && <h1 className="ds-sr-only">{name}</h1>}
      <nav className="panes-nav" aria-label={texts.show}>
        {props.panes.map((pane) => (
          <button key={pane.id} type="button" aria-pressed={pane.id === props.active} onClick={() => props.onActive(pane.id)}>
            {pane.label}
            {pane.badge !== undefined && <span className="count">{pane.badge}</span>}
          </button>
        ))}
      </nav>
      <div
        className="panes"
        data-count={props.panes.length}
        style={props.tracks ? ({ '--tracks': props.tracks } as React.CSSProperties) : undefined}
      >
        {props.panes.map((pane, index) => (
          <div key={pane.id} className="pane" data-active={pane.id === props.active} data-on-tablet={index === 0 || pane.id === second}>
            {pane.content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A page of one column for reading and forms. */
export function Page(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: 'reading' | 'full';
}) {
  return (
    <div className="page" data-width={props.width ?? 'full'}>
      <header className="page-head">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.actions && <div className="panel-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
