import { Input } from '@digdir/designsystemet-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useState } from 'react';
import { Field } from './field.tsx';
import { type ComboOption, filtered } from './option-match.ts';
import { texts } from './texts.nb.ts';

export type { ComboOption } from './option-match.ts';

export interface ComboProps<Value> {
  readonly label: string;
  /** All options, filtered here by every word written; or a question that gives those for a text. */
  readonly options: readonly ComboOption<Value>[] | ((text: string, signal: AbortSignal) => Promise<readonly ComboOption<Value>[]>);
  readonly onPick: (option: ComboOption<Value>) => void;
  /** What is chosen, as text in the field. */
  readonly chosen?: string | undefined;
  /** The field was emptied. */
  readonly onClear?: (() => void) | undefined;
  /** Empties the field after a choice, for choosing several in turn. */
  readonly clearOnPick?: boolean;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly keys?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** How many are shown at most. */
  readonly limit?: number;
}

/** A field with suggestions (ARIA combobox with listbox): write, arrow down, Enter. The first hit is ready for Enter at once. */
export function Combo<Value>(props: ComboProps<Value>) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const { options, busy } = useOptions(props.options, typed, props.limit ?? 12);
  const open = typed !== undefined && (typed.trim() !== '' || options.length > 0);
  const shown = typed ?? props.chosen ?? '';
  const pick = (option: ComboOption<Value> | undefined) => {
    if (!option) return;
    props.onPick(option);
    setTyped(props.clearOnPick ? '' : undefined);
    setAt(0);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) setTyped(typed ?? '');
      else if (options.length > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    } else if (event.key === 'Enter' && open && options.length > 0 && !busy) pick(options[Math.min(at, options.length - 1)]);
    else if (event.key === 'Escape' && open) setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const active = open && options.length > 0 ? `${id}-${Math.min(at, options.length - 1)}` : undefined;
  return (
    <Field label={props.label} description={props.description} error={props.error} keys={props.keys}>
      {(control) => (
        <div className="combo">
          <Input
            {...control}
            {...(props.inputRef ? { ref: props.inputRef } : {})}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-activedescendant={active}
            value={shown}
            placeholder={props.placeholder}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              if (event.target.value === '') props.onClear?.();
            }}
            onKeyDown={press}
            onBlur={() => setTyped(undefined)}
          />
          <div
            className="combo-list"
            id={`${id}-list`}
            role="listbox"
            aria-label={texts.suggestions}
            hidden={!open || options.length === 0}
          >
            {options.map((option, index) => (
              // The keyboard stays in the field and points here (aria-activedescendant).
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={option.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className="combo-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
              >
                <span>{option.label}</span>
                {option.detail && <span className="quiet">{option.detail}</span>}
              </div>
            ))}
          </div>
          {open && options.length === 0 && <div className="combo-none">{busy ? texts.searching : texts.noHits}</div>}
          <span className="ds-sr-only" role="status">
            {open && !busy ? texts.hits(options.length) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}

function useOptions<Value>(source: ComboProps<Value>['options'], typed: string | undefined, limit: number) {
  const [found, setFound] = useState<{ readonly text: string; readonly options: readonly ComboOption<Value>[] }>();
  const ask = typeof source === 'function' ? source : undefined;
  useEffect(() => {
    if (!ask || typed === undefined || typed.trim() === '') return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(typed, abort.signal).then(
        (options) => !abort.signal.aborted && setFound({ text: typed, options }),
        () => !abort.signal.aborted && setFound({ text: typed, options: [] }),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [ask, typed]);
  if (typed === undefined) return { options: [], busy: false };
  if (typeof source !== 'function') return { options: filtered(source, typed).slice(0, limit), busy: false };
  return found?.text === typed ? { options: found.options.slice(0, limit), busy: false } : { options: [], busy: typed.trim() !== '' };
}
