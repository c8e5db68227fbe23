import { Button, Input } from '@digdir/designsystemet-react';
import type { ContactRow } from '@vakthavende/contract/contact';
import { useId } from 'react';
import { durationText, Kbd, Toolbar, useNow } from '../../../ui/index.ts';
import { boardKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { nextSort } from './order.ts';
import { isUntriaged } from './sections.ts';
import type { BoardChoices } from './use-board-choices.ts';

export interface BoardBarProps {
  readonly rows: readonly ContactRow[];
  readonly choices: BoardChoices;
  readonly onRegister: () => void;
  readonly mayRegister: boolean;
  /** From the field down to the rows. */
  readonly onLeaveFilter: () => void;
}

/** Counts, search, order, and the door for those who come in from the street. */
export function BoardBar(props: BoardBarProps) {
  const id = useId();
  const { filter, setFilter: onFilter, sort, setSort, filterField } = props.choices;
  return (
    <Toolbar label={texts.toolbar}>
      {props.mayRegister && (
        <Button onClick={props.onRegister} aria-keyshortcuts={boardKeys.register}>
          {texts.register}
          <Kbd keys={boardKeys.register} />
        </Button>
      )}
      <span className="lv-filter">
        <label className="ds-sr-only" htmlFor={id}>
          {texts.filter}
        </label>
        <Input
          id={id}
          ref={filterField}
          type="search"
          value={filter.text}
          placeholder={texts.filterPlaceholder}
          autoComplete="off"
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            if (event.key === 'Escape') onFilter({ ...filter, text: '' });
            props.onLeaveFilter();
          }}
        />
        <Kbd keys={boardKeys.filter} />
      </span>
      <Toggle name={texts.mine} keys={boardKeys.mine} on={filter.mine} onToggle={(mine) => onFilter({ ...filter, mine })} />
      <Toggle
        name={texts.untriaged}
        keys={boardKeys.untriaged}
        on={filter.untriaged}
        onToggle={(untriaged) => onFilter({ ...filter, untriaged })}
      />
      <button type="button" className="lv-toggle" aria-keyshortcuts={boardKeys.sort} onClick={() => setSort(nextSort(sort))}>
        <span>
          <span className="quiet">{texts.sort}:</span> {texts.sorts[sort]}
        </span>
        <Kbd keys={boardKeys.sort} />
      </button>
      <Summary rows={props.rows} />
    </Toolbar>
  );
}

function Toggle(props: { readonly name: string; readonly keys: string; readonly on: boolean; readonly onToggle: (on: boolean) => void }) {
  return (
    <button
      type="button"
      className="lv-toggle"
      aria-pressed={props.on}
      aria-keyshortcuts={props.keys}
      onClick={() => props.onToggle(!props.on)}
    >
      <span aria-hidden="true">{props.on ? '✓' : ''}</span>
      {props.name}
      <Kbd keys={props.keys} />
    </button>
  );
}

function Summary(props: { readonly rows: readonly ContactRow[] }) {
  const now = useNow();
  const waiting = props.rows.filter((row) => row.closedAt === undefined && row.status === 'waiting');
  const first = Math.min(...waiting.map((row) => row.arrivedAt ?? now));
  return (
    <span className="lv-summary tabular">
      {texts.summary(waiting.length, props.rows.filter(isUntriaged).length, waiting.length > 0 ? durationText(now - first) : undefined)}
    </span>
  );
}
