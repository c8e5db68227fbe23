import { Link } from '@tanstack/react-router';
import type { Versioned } from '@vakthavende/core/organisation';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Shown, searchOf } from '../address.ts';
import { texts } from '../texts.nb.ts';
import { validText } from './words.ts';

/** The name of what is shown, what it is, and when it holds. */
export function ThingHead(props: {
  readonly shown: Shown;
  readonly kind: keyof typeof texts.kind;
  readonly row: Versioned & { readonly name: string };
  readonly actions?: ReactNode;
}) {
  const { shown, kind, row } = props;
  const top = useTop();
  return (
    <header className="thing-head" ref={top}>
      <Link to="/register" search={searchOf({ ...shown, id: undefined, kind: undefined }) as never} className="thing-link thing-back">
        ‹ {texts.thing.back}
      </Link>
      <h2>{row.name}</h2>
      <p className="quiet">
        {texts.kind[kind]} · {validText(row.valid)}
      </p>
      {props.actions && <div className="panel-actions">{props.actions}</div>}
    </header>
  );
}

/** What opens where something longer stood begins at its top. */
export function useTop() {
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers give a promise, which is no way to end an effect.
    void top.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return top;
}
