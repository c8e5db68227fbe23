import { Alert as DsAlert, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** A key as it stands on the keyboard: `<Kbd keys="Alt+S" />`. */
export function Kbd(props: { readonly keys: string }) {
  return <kbd className="kbd">{keyText(props.keys)}</kbd>;
}

const keyNames: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Mellomrom',
};

export function keyText(keys: string): string {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ');
}

/** A titled part of a workplace: a region with its own heading, so that screen readers can jump to it. */
export function Panel(props: {
  readonly title: ReactNode;
  readonly level?: 2 | 3 | 4;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  /** The content meets the edges: for tables. */
  readonly flush?: boolean;
  /** Takes the height that is left and scrolls within. */
  readonly fill?: boolean;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id} data-tone={props.tone} data-flush={props.flush} data-fill={props.fill}>
      <header className="panel-head">
        <Heading id={id} level={props.level ?? 2} data-size="2xs">
          {props.title}
        </Heading>
        {props.actions && <div className="panel-actions">{props.actions}</div>}
      </header>
      <div className="panel-body">{props.children}</div>
    </section>
  );
}

export function Toolbar(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // A fieldset would draw its own frame and legend; these are buttons that belong together.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className="toolbar" role="group" aria-label={props.label}>
      {props.children}
    </div>
  );
}

/** A message that stays. `urgent` is read out at once. */
export function Alert(props: { readonly tone: Tone; readonly title?: string; readonly urgent?: boolean; readonly children?: ReactNode }) {
  return (
    <DsAlert data-color={props.tone} role={props.urgent ? 'alert' : undefined} className="notice">
      {props.title && <strong className="notice-title">{props.title}</strong>}
      {props.children}
    </DsAlert>
  );
}

/** What stands where there is nothing: what it is that is not there, and what one can do. */
export function Empty(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.children}
    </div>
  );
}

/** Names and values in two columns. */
export function Facts(props: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {props.rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
