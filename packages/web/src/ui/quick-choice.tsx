import { type ReactNode, useId } from 'react';
import { useKeys } from './keys.ts';
import { Kbd } from './pieces.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A digit or letter; without one the place in the list (1-9). */
  readonly keys?: string | undefined;
  readonly description?: string | undefined;
  /** Stands before the label, as an urgency mark; the label says it in words. */
  readonly mark?: ReactNode;
  readonly disabled?: boolean | undefined;
}

/**
 * A few options, each chosen by the key shown beside it from anywhere on the page, or by arrows and pointer as radio buttons.
 * `active: false` when another list on the page has the same keys just now. `onChange` also comes for the option already chosen.
 */
export function QuickChoice<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly active?: boolean;
  readonly columns?: 1 | 2 | 3 | 4;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
}) {
  const name = useId();
  const active = props.active ?? true;
  useKeys(
    props.choices.map((choice, index) => ({
      keys: keyOf(choice, index),
      label: choice.label,
      group: props.label,
      disabled: !active || choice.disabled || keyOf(choice, index) === '',
      run: () => {
        document.getElementById(`${name}-${choice.value}`)?.focus();
        props.onChange(choice.value);
      },
    })),
  );
  return (
    <fieldset className="choices" aria-describedby={props.error ? `${name}-e` : undefined} aria-invalid={props.error ? true : undefined}>
      <legend className={props.hideLabel ? 'ds-sr-only' : 'field-label'}>{props.label}</legend>
      <div className="choices-list" data-columns={props.columns ?? 1}>
        {props.choices.map((choice, index) => (
          <label key={choice.value} className="choice" data-chosen={choice.value === props.value} data-disabled={choice.disabled}>
            <input
              type="radio"
              id={`${name}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              disabled={choice.disabled}
              onChange={() => props.onChange(choice.value)}
              aria-keyshortcuts={active ? keyOf(choice, index) : undefined}
            />
            {active && keyOf(choice, index) && <Kbd keys={keyOf(choice, index)} />}
            {choice.mark && (
              <span aria-hidden="true" className="choice-mark">
                {choice.mark}
              </span>
            )}
            <span className="choice-text">
              {choice.label}
              {choice.description && <span className="choice-description">{choice.description}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.error && (
        <div className="field-error" id={`${name}-e`}>
          <span aria-hidden="true">▲ </span>
          {props.error}
        </div>
      )}
    </fieldset>
  );
}

function keyOf(choice: Choice<string>, index: number): string {
  return choice.keys ?? (index < 9 ? String(index + 1) : '');
}
