import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Kbd } from '../ui/index.ts';
import './triage.css';

export interface KeyOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The key that takes it while the focus is in the group; left out: its place in the list, 1-9. */
  readonly keys?: string | undefined;
  readonly mark?: ReactNode;
  readonly detail?: string | undefined;
}

export interface KeyGroupProps<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly KeyOption<Value>[];
  readonly chosen: readonly Value[];
  readonly onTake: (value: Value) => void;
  /** Enter: go on. Left out: Enter takes the option in focus. */
  readonly onEnter?: (() => void) | undefined;
  /** Keys of the group beside those of the options. */
  readonly others?: Readonly<Record<string, () => void>> | undefined;
  readonly columns?: 1 | 2 | 3;
  /** Names the group as a step of the form, for moving the focus to it. */
  readonly step?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * A list of choices that is one tab stop: arrows move, each option has a key of its own, and a press takes it at once.
 * Buttons that are pressed or not, and not radio buttons: an arrow must not give an order on its way past.
 */
export function KeyGroup<Value extends string>(props: KeyGroupProps<Value>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const stop = Math.min(at, Math.max(0, props.options.length - 1));
  const move = (to: number) => {
    const index = (to + props.options.length) % props.options.length;
    setAt(index);
    list.current?.querySelectorAll<HTMLButtonElement>('[data-option]')[index]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement && event.target.dataset['option'])) return;
    const option = props.options.find((one, index) => keyOf(one, index) === event.key.toLowerCase());
    const other = props.others?.[event.key.toLowerCase()];
    if (option) props.onTake(option.value);
    else if (other) other();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') move(stop + 1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') move(stop - 1);
    else if (event.key === 'Enter' && props.onEnter) props.onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A fieldset cannot be the grid that holds the options; the legend's words name the group.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      className="key-group"
      role="group"
      aria-labelledby={`${id}-l`}
      aria-describedby={props.hint ? `${id}-h` : undefined}
      onKeyDown={press}
    >
      <div className="key-group-head">
        <span id={`${id}-l`} className="field-label">
          {props.label}
        </span>
        {props.hint && (
          <span id={`${id}-h`} className="field-description">
            {props.hint}
          </span>
        )}
      </div>
      <div ref={list} className="key-group-list" data-columns={props.columns ?? 1}>
        {props.options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            data-option={option.value}
            data-step={index === stop ? props.step : undefined}
            className="key-option"
            aria-pressed={props.chosen.includes(option.value)}
            aria-keyshortcuts={keyOf(option, index) || undefined}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setAt(index)}
            onClick={() => props.onTake(option.value)}
          >
            <span aria-hidden="true" className="key-option-key">
              {keyOf(option, index) && <Kbd keys={keyOf(option, index)} />}
            </span>
            {option.mark}
            <span className="key-option-text">
              {option.label}
              {option.detail && <span className="quiet"> {option.detail}</span>}
            </span>
            <span aria-hidden="true" className="key-option-tick">
              {props.chosen.includes(option.value) ? '✓' : ''}
            </span>
          </button>
        ))}
      </div>
      {props.children}
    </div>
  );
}

function keyOf(option: KeyOption<string>, index: number): string {
  return option.keys ?? (index < 9 ? String(index + 1) : '');
}
