import { Textfield } from '@digdir/designsystemet-react';
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { Kbd } from './pieces.tsx';
import { texts } from './texts.nb.ts';

/** A label, a description and an error around any control; the control gets the ids that tie them together. */
export function Field(props: {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly keys?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const described = [props.description ? `${id}-d` : '', props.error ? `${id}-e` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
        {props.keys && <Kbd keys={props.keys} />}
      </label>
      {props.description && (
        <div className="field-description" id={`${id}-d`}>
          {props.description}
        </div>
      )}
      {props.children({ id, ...(described ? { 'aria-describedby': described } : {}), ...(props.error ? { 'aria-invalid': true } : {}) })}
      {props.error && (
        <div className="field-error" id={`${id}-e`}>
          <span aria-hidden="true">▲ </span>
          {props.error}
        </div>
      )}
    </div>
  );
}

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

type InputAttribute =
  | 'inputMode'
  | 'autoComplete'
  | 'maxLength'
  | 'placeholder'
  | 'required'
  | 'disabled'
  | 'readOnly'
  | 'name'
  | 'autoFocus'
  | 'spellCheck';

export interface TextInputProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** Shown beside the label; register the key itself with `useKeys`. */
  readonly keys?: string | undefined;
  readonly rows?: number | undefined;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly input?: Readonly<Pick<InputHTMLAttributes<HTMLInputElement>, InputAttribute>> | undefined;
  readonly type?: 'text' | 'tel' | 'date' | 'time' | 'datetime-local' | 'search';
}

/** A long text pasted is kept whole, and its length told: the browser's own limit would cut it off without a word. */
export function tooLong(text: string, most: number | undefined): string | undefined {
  return most !== undefined && text.length > most ? texts.tooLong(text.length, most) : undefined;
}

/** Text in one line, or in several with `rows`. `onEnter` runs on Enter in one line, on Ctrl+Enter in several. */
export function TextInput(props: TextInputProps) {
  const { maxLength, ...input } = props.input ?? {};
  const shared = {
    label: (
      <>
        {props.label}
        {props.keys && <Kbd keys={props.keys} />}
      </>
    ),
    description: props.description,
    error: props.error ?? (props.rows ? tooLong(props.value, maxLength) : undefined),
    value: props.value,
    ...input,
    disabled: input.disabled ?? false,
    readOnly: input.readOnly ?? false,
    className: 'text-input',
  };
  const enter = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !props.onEnter || (props.rows && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    props.onEnter();
  };
  const change = (event: { readonly target: { readonly value: string } }) => props.onChange(event.target.value);
  return props.rows ? (
    <Textfield
      {...shared}
      multiline
      rows={props.rows}
      onChange={change}
      onKeyDown={enter}
      {...(props.inputRef ? { ref: props.inputRef } : {})}
    />
  ) : (
    <Textfield
      {...shared}
      type={props.type ?? 'text'}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={change}
      onKeyDown={enter}
      {...(props.inputRef ? { ref: props.inputRef } : {})}
    />
  );
}
